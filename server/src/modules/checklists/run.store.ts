import { runAnswers, runHazards, runReports } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { WorkItemRow } from "#modules/work";
import type { Answer } from "./answers.rules.ts";

type Run = Pick<WorkItemRow, "id" | "round" | "templateVersionId">;

/** The photos of the run's round. */
export async function photosOf({ sql, bureauId }: Transaction, { id, round }: Run): Promise<Set<string>> {
  const photos = await sql<{ id: string }[]>`
    select id from evidence_files where bureau_id = ${bureauId} and item_id = ${id} and round = ${round}`;
  return new Set(photos.map((photo) => photo.id));
}

export interface Report {
  note: string | null;
  visitedOn: string | null;
  answers: readonly Answer[];
}

export async function insertReport(tx: Transaction, run: Run, { answers, ...said }: Report): Promise<string> {
  const [id, versionId] = [newId(), run.templateVersionId!];
  const by = { submittedAt: tx.now.toISOString(), submittedBy: tx.actor.memberId };
  await insertNow(tx, runReports, [{ id, itemId: run.id, round: run.round, versionId, ...said, ...by }]);
  await insertNow(
    tx,
    runAnswers,
    answers.map((answer) => Object.assign({ id: newId(), reportId: id, runId: run.id, versionId }, answer)),
  );
  return id;
}

export interface Failed {
  code: string;
  wording: string;
  hazardCategory: string | null;
  count: number | null;
  told: string | null;
  choice: string | null;
  wrong: string | null;
}

/** Answers of the round that fail and have opened no hazard in any round yet. */
export const failedWithoutHazard = ({ sql, bureauId }: Transaction, { id, round }: Run) => sql<Failed[]>`
  select a.code, i.wording, i.hazard_category, a.count, a.told, a.choice, a.wrong from run_reports r
  join run_answers a on a.bureau_id = r.bureau_id and a.report_id = r.id and a.is_failed
  join checklist_items i on i.bureau_id = a.bureau_id and i.version_id = a.version_id and i.code = a.code
  where r.bureau_id = ${bureauId} and r.item_id = ${id} and r.round = ${round} and not exists (
    select from run_hazards h where h.bureau_id = r.bureau_id and h.run_id = r.item_id and h.code = a.code)
  order by i.position`;

export const insertHazard = (tx: Transaction, hazard: { runId: string; code: string; matterId: string }) =>
  insertNow(tx, runHazards, [hazard]);
