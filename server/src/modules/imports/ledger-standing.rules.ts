import type { LedgerStanding, Status } from "./ledger-words.ts";
import { statusAllowed } from "./ledger-words.ts";
import type { Refuse } from "./refusals.ts";

interface Said {
  status?: Status;
  endedOn?: string;
  result?: string;
  method?: string;
}

export interface Ending {
  outcome: Exclude<LedgerStanding, "OPEN">;
  on: string;
  note: string | null;
}

interface Days {
  /** When it began, by the ledger. */
  since: string | undefined;
  today: string;
  /** Of rows that have ended and give no day. */
  usual: string | undefined;
}

/** How a row has ended; null while it goes on, undefined where that cannot be said. */
export function endingOf(said: Said, { since, today, usual }: Days, refuse: Refuse): Ending | null | undefined {
  const { status, endedOn } = said;
  if (status && status.standing === undefined && !endedOn)
    return refuse("status", "ROW_STATUS_UNKNOWN", { allowed: statusAllowed });
  const isUnsettled = status?.standing === "OPEN" && endedOn !== undefined && /未/.test(status.text);
  const standing = isUnsettled ? "NOT_SETTLED" : (status?.standing ?? (endedOn ? "SETTLED" : "OPEN"));
  if (standing === "OPEN") return null;
  const on = endedOn ?? usual;
  if (!on) return refuse("endedOn", "REQUIRED");
  if (on > today) return refuse("endedOn", "ROW_DAY_AHEAD");
  if (since && on < since) return refuse("endedOn", "ROW_ENDED_BEFORE", { from: since });
  return { outcome: standing, on, note: noteOf(said) };
}

const longestWord = 8;

/** What the ledger tells of how it ended; a word of its state that says no more than that is left out. */
function noteOf({ status, method, result }: Said): string | null {
  const told = [method, status && status.text.length > longestWord ? status.text : undefined, result];
  return told.filter(Boolean).join("；") || null;
}
