import {
  caseAnswers,
  communityFeedbacks,
  linkageResponses,
  rectifications,
  sceneReports,
  taskResults,
} from "@maple-bridge/drizzle/tables";
import { insert, type Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { WorkItemRow } from "#modules/work";
import type { OwnField } from "./feedback.rules.ts";

const tables = {
  sceneReport: sceneReports,
  caseAnswer: caseAnswers,
  communityFeedback: communityFeedbacks,
  rectification: rectifications,
  linkageResponse: linkageResponses,
  taskResult: taskResults,
} as const satisfies Record<OwnField, unknown>;

export async function insertFeedback(
  tx: Transaction,
  field: OwnField,
  { id: itemId, round }: Pick<WorkItemRow, "id" | "round">,
  feedback: object,
): Promise<string> {
  const id = newId();
  const row = { ...feedback, id, itemId, round, submittedAt: tx.now.toISOString(), submittedBy: tx.actor.memberId };
  await insert(tx, tables[field], [row as never]);
  return id;
}
