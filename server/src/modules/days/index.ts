import type { Module } from "#kernel/schema";
import { ComingChangeLists, ComingDayResolver } from "./coming.resolver.ts";
import { ComingChange, ComingDay } from "./coming.types.ts";
import { DayChangeLists, DayComparisonResolver } from "./day-change.resolver.ts";
import { DayChange, DayComparison } from "./day-change.types.ts";
import { MyDayResolver } from "./my-day.resolver.ts";

export const days: Module = {
  name: "days",
  resolvers: [MyDayResolver, DayChangeLists, DayComparisonResolver, ComingChangeLists, ComingDayResolver],
  types: [DayChange, DayComparison, ComingChange, ComingDay],
};
