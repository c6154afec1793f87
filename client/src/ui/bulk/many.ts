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

/** Some of the rows, as a command takes them. */
interface Some {
  rows: { id: string; expectedVersion: number }[];
  mode: "THOSE_THAT_CAN";
}

/** Of a dialog that does one thing with many rows. */
export interface ManyDialogProps {
  rows: readonly ManyRow[];
  open: boolean;
  onClose: () => void;
  onAnswers: (answers: readonly Answer[]) => void;
}

/** Sends them in as many commands as it takes, and tells what was answered, also where a later command fails: why is given back. */
export async function sendAll<Data>(
  { rows, onAnswers }: Pick<ManyDialogProps, "rows" | "onAnswers">,
  send: (some: Some) => Promise<Outcome<Data>>,
  answersIn: (data: Data) => readonly Answer[],
): Promise<Problem | undefined> {
  const answers: Answer[] = [];
  let failed: Problem | undefined;
  for (let from = 0; from < rows.length && !failed; from += atOnce) {
    const some = rows.slice(from, from + atOnce).map(({ id, version }) => ({ id, expectedVersion: version }));
    const { data, problem } = await send({ rows: some, mode: "THOSE_THAT_CAN" });
    if (data) answers.push(...answersIn(data));
    failed = problem;
  }
  if (answers.length > 0) onAnswers(answers);
  return failed;
}
