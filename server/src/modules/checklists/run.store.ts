import { runAnswers, runHazards, runReports } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { MatterKind } from "#modules/matters";
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

/** How many matters each item of the run has opened, by its code. */
export async function openedBy({ sql, bureauId }: Transaction, { id }: Pick<Run, "id">): Promise<Map<string, number>> {
  const opened = await sql<{ code: string; count: number }[]>`
    select code, count(*)::int as count from run_hazards where bureau_id = ${bureauId} and run_id = ${id} group by code`;
  return new Map(opened.map(({ code, count }) => [code, count]));
}

export interface ToOpen {
  code: string;
  position: number;
  kind: MatterKind;
  wording: string;
  hazardCategory: string | null;
  count: number | null;
  told: string | null;
  choice: string | null;
  /** What is wrong, or what was found. */
  said: string | null;
}

/** What answers of the round are to open and none of another round has: a hazard of each that fails, and a matter of each that was found. */
export const toBeOpened = ({ sql, bureauId }: Transaction, { id, round }: Run) => sql<ToOpen[]>`
  select a.code, n.position::int, coalesce(i.finds, 'HAZARD') as kind, i.wording, i.hazard_category, a.count, a.told, a.choice,
    coalesce(a.found[n.position], a.wrong) as said
  from run_reports r
  join run_answers a on a.bureau_id = r.bureau_id and a.report_id = r.id
  join checklist_items i on i.bureau_id = a.bureau_id and i.version_id = a.version_id and i.code = a.code
  cross join lateral generate_series(1, case when i.finds is not null then cardinality(a.found) when a.is_failed then 1 end) n (position)
  where r.bureau_id = ${bureauId} and r.item_id = ${id} and r.round = ${round} and not exists (
    select from run_hazards h where h.bureau_id = r.bureau_id and h.run_id = r.item_id and h.code = a.code and h.position = n.position)
  order by i.position, n.position`;

export const insertOpened = (
  tx: Transaction,
  opened: { runId: string; code: string; position: number; matterId: string },
) => insertNow(tx, runHazards, [opened]);
