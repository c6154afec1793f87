import type { CoverageMonthsQuery, CoverageMonthsQueryVariables } from "@maple-bridge/schema/documents";
import { endOf, lastOfMonth } from "./days.ts";

type Moment = keyof CoverageMonthsQuery;
type Dated = Exclude<keyof CoverageMonthsQueryVariables, "unitId">;

const past = ["p12", "p11", "p10", "p9", "p8", "p7", "p6", "p5", "p4", "p3", "p2", "p1"] as const satisfies Dated[];
const planned = ["n1", "n2", "n3", "n4", "n5", "n6"] as const satisfies Dated[];

/** Twelve ends of months, today, and six ends to come: this month's is the first of them. */
const dayOf = (name: Moment, today: string): string => {
  if (name === "now") return today;
  const months = Number(name.slice(1));
  return lastOfMonth(today, name.startsWith("p") ? -months : months - 1);
};

export const momentsOf = (today: string) =>
  Object.fromEntries([...past, ...planned].map((name) => [name, endOf(dayOf(name, today))])) as Record<Dated, string>;

export interface Point {
  day: string;
  required: number;
  filled: number;
  /** In tenths of a hundredth; nothing where nothing is required. */
  percent: number | undefined;
  when: "past" | "now" | "planned";
}

export function pointsOf(read: CoverageMonthsQuery, today: string): Point[] {
  const names = [...past, "now", ...planned] as const;
  return names.map((name) => {
    const { required = 0, filled = 0 } = read[name][0] ?? {};
    return {
      day: dayOf(name, today),
      required,
      filled,
      percent: required === 0 ? undefined : Math.round((1000 * filled) / required) / 10,
      when: name === "now" ? "now" : name.startsWith("p") ? "past" : "planned",
    };
  });
}
