import type { Draft } from "../draft.ts";
import type { DeadlineRule } from "./rows.ts";

export type AskedDeadline = Omit<DeadlineRule, "id" | "revision" | "startsAt" | "endsAt" | "version" | "createdAt">;

/** The server's preset, in force since before there was work. */
export const deadlineRulesOf = ({ newId, deadlines }: Draft, since: Date): DeadlineRule[] =>
  deadlines.map((asked) => ({
    ...{
      ...asked,
      id: newId(since.getTime()),
      revision: 1,
      startsAt: since,
      endsAt: null,
      version: 1,
      createdAt: since,
    },
  }));
