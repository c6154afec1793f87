import type { Problem } from "../../lib/problem.ts";
import type { Outcome } from "../../lib/use-command.ts";

/** A row that something is done to together with others. */
export interface ManyRow {
  id: string;
  name: string;
  version: number;
  viewerMay: readonly string[];
}

export interface Answer {
  id: string;
  isDone: boolean;
  message: string | null;
}

/** So many go with one command. */
const atOnce = 100;

interface Done {
  answers: Answer[];
  problem?: Problem;
}

/** Sends them in as many commands as it takes, and gathers the answers; what was answered stands where a later command fails. */
export async function inPortions(
  rows: readonly ManyRow[],
  send: (rows: { id: string; expectedVersion: number }[]) => Promise<Outcome<readonly Answer[]>>,
): Promise<Done> {
  const answers: Answer[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const portion = rows.slice(from, from + atOnce).map(({ id, version }) => ({ id, expectedVersion: version }));
    const { data, problem } = await send(portion);
    if (!data) return { answers, problem };
    answers.push(...data);
  }
  return { answers };
}
