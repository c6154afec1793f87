import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Refusal, Unavailable } from "#kernel/errors";
import { digestOf, mostFileBytes } from "#kernel/files/file-store";
import { newId } from "#kernel/ids";
import type { Job, JobContext } from "#kernel/jobs/job";
import { record } from "#kernel/record";
import { writeTable } from "./export-file.ts";
import { type ExportRow, exportUnderWay, reportRead, saveUnderWay } from "./list-export.store.ts";
import { listedDocument } from "./listed-document.ts";
import { tableOfShown } from "./read-shown.ts";
import { authorizeReader } from "./record-export.ts";

const daysKept = 7;
const dayMs = 86_400_000;
/** It is told how far it is each time that so many rows more are read. */
const toldEvery = 1_000;

/** It was cancelled, or another attempt has seen to it. */
class Stopped extends Error {}

/** Writes what somebody has asked for, as they would see it now; begun twice it is read anew, and counts once. */
export const writeListExport: Job = {
  name: "exporting.writeListExport",
  atOnce: 2,
  longestMinutes: 20,
  async run(ctx) {
    const row = await rowOf(ctx);
    if (!row) return;
    try {
      if (ctx.actor === null) await fail(ctx, row.id, "EXPORT_NOBODY");
      else await write(ctx, row);
    } catch (error) {
      if (error instanceof Stopped) return;
      if (ctx.signal.aborted || error instanceof Unavailable || !(error instanceof Refusal)) throw error;
      ctx.log.warn({ err: error, exportId: row.id }, "an export came to nothing");
      await fail(ctx, row.id, error.faults[0]?.code ?? error.detail ?? error.code);
    }
  },
  async givenUp(ctx) {
    await fail(ctx, String(ctx.ids["id"]), "EXPORT_STOPPED");
  },
};

const rowOf = ({ ids, inBureau, bureauId }: JobContext) =>
  inBureau((sql) => exportUnderWay({ sql, bureauId }, String(ids["id"])));

async function write(job: JobContext, row: ExportRow) {
  const ctx = { ...job, locale: row.locale };
  const { list, ...shown } = row.asked;
  const document = listedDocument(ctx.schema, row.document, list ?? undefined);
  let told = 0;
  const table = await tableOfShown(
    ctx,
    document,
    { ...shown, caption: row.caption },
    {
      async read(rows) {
        if (rows < told + toldEvery) return;
        told = rows;
        await tellProgress(ctx, row.id, rows);
      },
    },
  );
  await tellProgress(ctx, row.id, table.rows.length);
  const filter = shown.variables["filter"] as Record<string, unknown> | undefined;
  const { bytes, fileName } = await writeTable(ctx, ctx.schema, table, {
    format: row.format,
    filter,
    said: shown.said,
  });
  if (bytes.length > mostFileBytes) return fail(ctx, row.id, "EXPORT_TOO_LARGE");
  const digest = digestOf(bytes);
  // It is said first: what is put is found again and taken away, whatever comes between.
  await goOn(ctx, row.id, { digest, fileName, bytes: bytes.length });
  await ctx.files.put(ctx.bureauId, digest, bytes, ctx.signal);
  await finish(ctx, row, table.rows.length);
}

/** Ready, and on record as having left the house. */
const finish = (ctx: JobContext, { id, caption, format, asked }: ExportRow, rows: number) =>
  inTransaction(ctx as Context, "finishListExport", { idempotencyKey: newId() }, async (tx) => {
    authorizeReader(tx.actor);
    const finishedAt = tx.now.toISOString();
    const expiresAt = new Date(tx.now.getTime() + daysKept * dayMs).toISOString();
    const change = { state: "READY", totalRows: rows, doneRows: rows, finishedAt, expiresAt } as const;
    if (!(await saveUnderWay(tx, id, change))) return { id };
    const after = { caption, format, rows, filter: asked.variables["filter"] ?? {} };
    await record(tx, { action: "listExport.finish", entity: { type: "ListExport", id }, after });
    return { id };
  });

async function tellProgress(ctx: JobContext, id: string, rows: number) {
  const { bureauId } = ctx;
  if (!(await ctx.inBureau((sql) => reportRead({ sql, bureauId }, id, rows)))) throw new Stopped();
  announce(ctx, id);
}

async function goOn(ctx: JobContext, id: string, change: Parameters<typeof saveUnderWay>[2]) {
  const { bureauId } = ctx;
  if (!(await ctx.inBureau((sql) => saveUnderWay({ sql, bureauId }, id, change)))) throw new Stopped();
}

/** Ends it, for a reason that is told. */
export async function fail(ctx: JobContext, id: string, fault: string) {
  const { bureauId } = ctx;
  const change = { state: "FAILED", fault, finishedAt: ctx.now().toISOString() } as const;
  await ctx.inBureau((sql) => saveUnderWay({ sql, bureauId }, id, change));
  announce(ctx, id);
}

const announce = (ctx: JobContext, id: string) =>
  ctx.announce(ctx.bureauId, [{ action: "listExport.progress", entity: { type: "ListExport", id } }]);
