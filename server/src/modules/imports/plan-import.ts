import { actorOf, type Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import { fingerprintOf, readGround } from "./ground.store.ts";
import { assertFileKept } from "./import.rules.ts";
import { fileOf } from "./import-file.store.ts";
import type { ImportRow } from "./import.store.ts";
import type { PlannedFile } from "./plan-file.ts";
import { inSheetThread } from "./sheet-threads.ts";

export interface PlannedImport extends PlannedFile {
  /** Of the ground it was planned on. */
  fingerprint: string;
}

type Run = Pick<ImportRow, "id" | "kind" | "mapping" | "options">;

/** Plans the file on the ground as it is, which others go on changing: no connection waits for the thread. */
export async function planImport(ctx: Context, { id, kind, mapping, options }: Run): Promise<PlannedImport> {
  const { bureauId } = actorOf(ctx);
  const { file, fingerprint, ground } = await inBureau(ctx.database, bureauId, async (sql) => {
    const place = { sql, bureauId, now: ctx.now() };
    const file = await fileOf(place, id);
    assertFileKept(file);
    return { file, fingerprint: await fingerprintOf(place, kind), ground: await readGround(place, kind) };
  });
  const planned = await inSheetThread(bureauId, "planFile", { file, kind, mapping, options, ground }, ctx);
  return { ...planned, fingerprint };
}
