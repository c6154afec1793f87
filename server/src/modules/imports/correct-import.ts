import { inBureau } from "#kernel/database/in-bureau";
import { authorizeBureau } from "#kernel/command";
import { actorOf, type Context } from "#kernel/context";
import { Conflict, NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import { mayImport } from "#modules/organisation";
import type { CorrectionScope } from "./correction.ts";
import { errorsOf } from "./import-errors.store.ts";
import { fileOf } from "./import-file.store.ts";
import { inSheetThread } from "./sheet-threads.ts";

/** The file as a workbook that tells what is wrong, for as long as the file is kept. */
export async function correctionOf(ctx: Context, id: string, scope: CorrectionScope): Promise<Buffer> {
  const { bureauId } = authorized(ctx);
  if (!isId(id)) throw absent();
  const [errors, file] = await inBureau(ctx.database, bureauId, (sql) =>
    Promise.all([errorsOf({ sql, bureauId }, id), fileOf({ sql, bureauId }, id)]),
  );
  if (!errors) throw absent();
  if (!file) throw new Conflict([{ path: ["id"], code: "IMPORT_FILE_GONE" }]);
  const workbook = await inSheetThread(bureauId, "correctFile", { file, errors, locale: ctx.locale, scope }, ctx);
  return Buffer.from(workbook.buffer);
}

const absent = () => new NotFound([{ path: ["id"], code: "NOT_FOUND" }]);

function authorized(ctx: Context) {
  const actor = actorOf(ctx);
  authorizeBureau(actor, mayImport);
  return actor;
}
