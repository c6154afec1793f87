import { actorOf, type Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import { NotFound } from "#kernel/errors";
import { keptExport } from "./list-export.store.ts";

/** The file of an export that is ready, for the account that asked for it. */
export async function takeListExport(ctx: Context, id: string) {
  const { bureauId, accountId } = actorOf(ctx);
  const row = await inBureau(ctx.database, bureauId, (sql) => keptExport({ sql, bureauId }, id, accountId));
  const isKept = row?.expiresAt && row.expiresAt > ctx.now();
  const bytes = isKept ? await ctx.files.get(bureauId, row.digest!, ctx.signal) : null;
  if (!row || !bytes) throw new NotFound([{ path: ["id"], code: "NOT_FOUND" }]);
  return { bytes, fileName: row.fileName!, format: row.format, rows: row.totalRows };
}
