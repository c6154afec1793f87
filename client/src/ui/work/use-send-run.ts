import { FillRunLateDocument, RunToFillDocument, SubmitWorkDocument } from "@maple-bridge/schema/documents";
import { useClient } from "urql";
import { noAnswer, type Problem, problemOf } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { dropDraft } from "./run-draft.ts";
import { answersOf, type Filled } from "./run.ts";

/** Hands a run in, late where it was missed, and drops its draft; gives back why it was refused. */
export function useSendRun(id: string) {
  const client = useClient();
  const [submitWork] = useCommand(SubmitWorkDocument);
  const [fillRunLate] = useCommand(FillRunLateDocument);
  return async (filled: Filled): Promise<Problem | undefined> => {
    // Which of its photos have come meanwhile is known to the server alone.
    const now = await client.query(RunToFillDocument, { id }, { requestPolicy: "network-only" }).toPromise();
    const current = now.data?.workItem;
    if (!current) return problemOf(now.error) ?? noAnswer();
    const runReport = { answers: answersOf(current, filled), note: filled.runReport?.note?.trim() || null };
    const { visitedOn, reason } = filled;
    const isLate = current.state === "MISSED";
    const { problem } = isLate
      ? await fillRunLate({ id, runReport, visitedOn: visitedOn ?? "", reason: reason ?? "" })
      : await submitWork({ id, runReport });
    if (!problem) dropDraft(current);
    return problem;
  };
}
