import type { WorkFactsFragment } from "@maple-bridge/schema/documents";
import type { Tone } from "../tones.ts";

/** What a light is told from: due times are instants, and working days those of the day it was read. */
export type Lit = Pick<
  WorkFactsFragment,
  "isOpen" | "isSuspended" | "opensAt" | "nextDueAt" | "warnAt" | "workingDaysLeft" | "opensAgainAt"
>;

/** A light in words: the key of what is said, under `work:light`, and the number or instant that stands in it. */
export interface LightWords {
  tone: Tone;
  key: "over" | "suspended" | "opens" | "none" | `${"left" | "late"}.${"minutes" | "hours" | "days"}` | "resting";
  count?: number;
  at?: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** So close to its due time it is told in hours, whatever days lie in between. */
const closeMs = 12 * hourMs;

/** How an item stands to its next due time at a moment. */
export function lightWords(item: Lit, now: number): LightWords {
  const { nextDueAt, warnAt, opensAt, opensAgainAt } = item;
  if (!item.isOpen) return { tone: "quiet", key: "over" };
  if (item.isSuspended) return { tone: "accent", key: "suspended" };
  if (Date.parse(opensAt) > now) return { tone: "quiet", key: "opens", at: opensAt };
  if (!nextDueAt) return { tone: "quiet", key: "none" };
  const ms = Date.parse(nextDueAt) - now;
  if (ms <= 0) return { tone: "bad", ...span("late", -ms, item.workingDaysLeft) };
  const tone = warnAt && Date.parse(warnAt) <= now ? "soon" : "good";
  if (opensAgainAt && Date.parse(opensAgainAt) > now) return { tone, key: "resting", at: opensAgainAt };
  return { tone, ...span("left", ms, item.workingDaysLeft) };
}

/** Never nought: what is due within the minute has one left. */
function span(side: "left" | "late", ms: number, workingDays: number | null | undefined) {
  const days = Math.abs(workingDays ?? 0);
  if (ms >= closeMs && days > 0) return { key: `${side}.days`, count: days } as const;
  if (ms >= hourMs) return { key: `${side}.hours`, count: Math.floor(ms / hourMs) } as const;
  return { key: `${side}.minutes`, count: Math.max(1, Math.floor(ms / minuteMs)) } as const;
}
