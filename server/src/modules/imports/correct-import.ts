import { inBureau } from "#kernel/database/in-bureau";
import { authorizeBureau } from "#kernel/command";
import { actorOf, type Context } from "#kernel/context";
import { NotFound } from "#kernel/errors";
import { mayImport } from "./import.policy.ts";
import type { CorrectionScope } from "./correction.ts";
import { errorsOf } from "./import-errors.store.ts";
import { fileOf } from "./import-file.store.ts";
import { importOf } from "./import.store.ts";
import { inSheetThread } from "./sheet-threads.ts";
import { assertStands } from "./standing.rules.ts";

/** The file as a workbook that tells what is wrong, for as long as the file is kept. */
export async function correctionOf(ctx: Context, id: string, scope: CorrectionScope): Promise<Buffer> {
  const { bureauId } = authorized(ctx);
  const { file, errors } = await inBureau(ctx.database, bureauId, async (sql) => {
    const place = { sql, bureauId };
    const run = await importOf(place, id);
    if (!run) throw absent();
    const kept = await fileOf(place, id);
    assertStands(run, "CORRECT_IMPORT", kept !== null, ["id"]);
    return { file: kept!, errors: await errorsOf(place, id) };
  });
  const workbook = await inSheetThread(bureauId, "correctFile", { file, errors, locale: ctx.locale, scope }, ctx);
  return Buffer.from(workbook.buffer);
}

const absent = () => new NotFound([{ path: ["id"], code: "NOT_FOUND" }]);

function authorized(ctx: Context) {
  const actor = actorOf(ctx);
  authorizeBureau(actor, mayImport);
  return actor;
}
