import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Unavailable } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { enqueue } from "#kernel/jobs/enqueue";
import { record } from "#kernel/record";
import type { ShownExport } from "./export-shown.ts";
import { insertExport, keptNow } from "./list-export.store.ts";
import { authorizeReader } from "./record-export.ts";
import { writeListExport } from "./write-list-export.ts";

/** Of a bureau: exports under way, files kept, and their bytes together. */
const most = { underWay: 12, kept: 200, bytes: 1_000_000_000 };

/** A list that is too long to wait for: it is written by a job, for the account that asks. */
export const requestListExport = (ctx: Context, { text, list, format, ...shown }: ShownExport, totalRows: number) =>
  inTransaction(ctx, "requestListExport", { idempotencyKey: newId() }, async (tx) => {
    authorizeReader(tx.actor);
    const { underWay, kept, bytes } = await keptNow(tx);
    if (underWay >= most.underWay || kept + underWay >= most.kept || bytes >= most.bytes)
      throw new Unavailable([], "EXPORTS_BUSY");
    const { caption, said = null, columns, variables, ids } = shown;
    const asked = { said, columns, variables, ids, list: list ?? null };
    const id = await insertExport(tx, { caption, format, locale: ctx.locale, document: text, asked, totalRows });
    await record(tx, {
      action: "listExport.request",
      entity: { type: "ListExport", id },
      after: { caption, format, rows: totalRows, filter: variables["filter"] ?? {} },
    });
    await enqueue(tx, writeListExport, { id });
    return { id };
  });
