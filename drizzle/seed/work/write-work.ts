import type { TransactionSql } from "postgres";
import * as tables from "../../tables/index.ts";
import { filesOf } from "./photos.ts";
import { writeBulkRuns } from "./write-bulk-runs.ts";
import { insertMany } from "../insert-many.ts";
import type { ChecklistRows } from "./checklist-rows.ts";
import type { FeedbackTable, Ledger } from "./ledger.ts";

const feedbackTables = {
  sceneReports: tables.sceneReports,
  caseAnswers: tables.caseAnswers,
  communityFeedbacks: tables.communityFeedbacks,
  rectifications: tables.rectifications,
  linkageResponses: tables.linkageResponses,
  taskResults: tables.taskResults,
  dispositions: tables.dispositions,
} as const satisfies Record<FeedbackTable, unknown>;

/** `onBusy` is told when the longest of it has begun. */
export async function writeWork(sql: TransactionSql, ledger: Ledger, onBusy: () => void): Promise<void> {
  const { draft, items, feedback } = ledger;
  const write = (table: Parameters<typeof insertMany>[1], rows: readonly object[]) =>
    insertMany(sql, table, draft.bureauId, rows);
  await write(tables.numberSeries, ledger.numberSeries);
  await write(tables.matterCategories, ledger.categories);
  await write(tables.deadlineRules, ledger.rules);
  await write(
    tables.matters,
    ledger.matters.map(({ row }) => row),
  );
  const runs = new Set(ledger.checklists.flatMap((checklist) => checklist.runs.map(({ row }) => row.id)));
  const [besides, ofRuns] = [false, true].map((isOfRun) =>
    items.map(({ row }) => row).filter(({ parentId }) => (parentId !== null && runs.has(parentId)) === isOfRun),
  );
  await write(tables.workItems, besides!);
  for (const checklist of ledger.checklists) await writeChecklist(sql, write, checklist);
  await write(tables.workItems, ofRuns!);
  const writingRuns = writeAllRuns(sql, ledger);
  setImmediate(onBusy);
  await writingRuns;
  await write(tables.workEvents, ledger.events);
  await write(
    tables.workClocks,
    [...items, ...ledger.checklists.flatMap(({ runs }) => runs)].flatMap(({ row, clocks }) =>
      clocks.map(({ warnAtPercent: _of, ...clock }) => Object.assign({ itemId: row.id }, clock)),
    ),
  );
  await write(
    tables.workPauses,
    items.flatMap(({ row, pauses }) => pauses.map((pause) => Object.assign({ itemId: row.id }, pause))),
  );
  await write(tables.workRequests, ledger.requests);
  await write(tables.workTicks, ledger.ticks);
  for (const { reports, answers } of ledger.checklists) {
    await write(tables.runReports, reports);
    await write(tables.runAnswers, answers);
  }
  await write(tables.storedFiles, filesOf(ledger));
  await write(tables.evidenceFiles, ledger.evidence);
  await write(
    tables.weekReviews,
    ledger.reviews.map(({ row }) => row),
  );
  await write(
    tables.reviewLines,
    ledger.reviews.flatMap(({ decisions }) => decisions),
  );
  await write(
    tables.reviewComments,
    ledger.reviews.flatMap(({ comments }) => comments),
  );
  for (const [name, table] of Object.entries(feedbackTables)) await write(table, feedback[name as FeedbackTable]);
}

/** Beside the weeks that were signed, which hold what was known then. */
export async function writeRechecks(sql: TransactionSql, { draft, rechecks }: Ledger): Promise<void> {
  await insertMany(sql, tables.recheckDraws, draft.bureauId, rechecks.draws);
  await insertMany(sql, tables.rechecks, draft.bureauId, rechecks.drawn);
  await insertMany(sql, tables.recheckResults, draft.bureauId, rechecks.results);
}

async function writeAllRuns(sql: TransactionSql, { draft, bulk }: Ledger) {
  for (const runs of bulk) await writeBulkRuns(sql, draft.bureauId, runs, draft.root.id);
}

type Write = (table: Parameters<typeof insertMany>[1], rows: readonly object[]) => Promise<void>;

/** What is published takes no more items: it is a draft until it has them. */
async function writeChecklist(sql: TransactionSql, write: Write, checklist: ChecklistRows) {
  const { publishedAt, publishedBy, madeFrom, ...version } = checklist.version;
  await write(tables.checklistTemplates, [checklist.template]);
  await write(tables.checklistVersions, [version]);
  await write(tables.checklistItems, checklist.items);
  await write(tables.checklistOwers, checklist.owers);
  await sql`
    update checklist_versions set state = 'PUBLISHED', published_at = ${publishedAt.toISOString()}, published_by = ${publishedBy}, made_from = ${madeFrom}
    where id = ${version.id}`;
  await write(
    tables.workItems,
    checklist.runs.map(({ row }) => row),
  );
  await write(tables.checklistBatches, checklist.batches);
}
