import type { Module } from "#kernel/schema";
import { MyDayResolver } from "./my-day.resolver.ts";

export const days: Module = { name: "days", resolvers: [MyDayResolver] };
