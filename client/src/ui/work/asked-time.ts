import type { ClockKind } from "@maple-bridge/schema/documents";
import { momentOn, startOfDay } from "../../lib/dates.ts";
import type { WorkItem } from "./deeds.ts";

/** The clocks of an item that more time may be asked of, and the one that is usually meant. */
export function clocksToExtend({ clocks }: Pick<WorkItem, "clocks">): {
  running: readonly ClockKind[];
  usual: ClockKind | undefined;
} {
  const running = [...new Set(clocks.filter(({ isRunning }) => isRunning).map(({ clock }) => clock))];
  return { running, usual: running.includes("FEEDBACK") ? "FEEDBACK" : running[0] };
}

export const mostDaysMore = 60;

export interface Standstill {
  reason?: string;
  until?: string;
  sinceDay?: string;
  sinceTime?: string;
}

/** A day alone is meant from its start. */
export const periodOf = ({ until, sinceDay, sinceTime }: Standstill) => ({
  until: until && startOfDay(until),
  since: sinceDay && (sinceTime ? momentOn(sinceDay, sinceTime) : startOfDay(sinceDay)),
});
