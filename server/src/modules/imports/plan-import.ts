import { actorOf, type Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import { fingerprintOf, readGround } from "./ground.store.ts";
import { fileOf } from "./import-file.store.ts";
import type { ImportRow } from "./import.store.ts";
import type { PlannedFile } from "./plan-file.ts";
import type { CheckedFile } from "./sheet-tasks.ts";
import { inSheetThread } from "./sheet-threads.ts";
import { assertFileKept } from "./standing.rules.ts";

export interface PlannedImport extends PlannedFile {
  /** Of the ground it was planned on. */
  fingerprint: string;
}

type Run = Pick<ImportRow, "id" | "kind" | "mapping" | "options" | "fileName">;

/** Plans the file on the ground as it is, which others go on changing: no connection waits for the thread. */
export async function planImport(ctx: Context, run: Run): Promise<PlannedImport> {
  const { fingerprint, task } = await groundOf(ctx, run);
  return { ...(await inSheetThread(actorOf(ctx).bureauId, "planFile", task, ctx)), fingerprint };
}

/** As above, for what is wrong with it, and what it would do. */
export async function checkPlan(ctx: Context, run: Run): Promise<CheckedFile> {
  const { task } = await groundOf(ctx, run);
  return inSheetThread(actorOf(ctx).bureauId, "checkFile", task, ctx);
}

function groundOf(ctx: Context, { id, kind, mapping, options, fileName }: Run) {
  const actor = actorOf(ctx);
  const { bureauId } = actor;
  return inBureau(ctx.database, bureauId, async (sql) => {
    const place = { sql, bureauId, now: ctx.now(), actor };
    const file = await fileOf(place, id);
    assertFileKept(file);
    const fingerprint = await fingerprintOf(place, kind);
    return { fingerprint, task: { file, kind, mapping, options, fileName, ground: await readGround(place, kind) } };
  });
}
