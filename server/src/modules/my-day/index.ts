import type { Module } from "#kernel/schema";
import { MyDayResolver } from "./my-day.resolver.ts";

export const myDay: Module = { name: "myDay", resolvers: [MyDayResolver] };
