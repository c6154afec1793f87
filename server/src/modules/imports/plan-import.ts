import type { Transaction } from "#kernel/command";
import { fingerprintOf, readGround } from "./ground.store.ts";
import type { Portions } from "./ground-texts.ts";
import type { ImportRow } from "./import.store.ts";
import type { PlannedFile } from "./plan-file.ts";
import type { FileToRead } from "./sheet-tasks.ts";
import { inSheetThread } from "./sheet-threads.ts";

export interface PlannedImport extends PlannedFile {
  /** Of the ground it was planned on. */
  fingerprint: string;
}

type Place = Pick<Transaction, "sql" | "bureauId" | "now">;
type Run = Pick<ImportRow, "kind" | "mapping" | "options">;

/** Reads the ground; what it gives plans the file on it, and needs no connection. */
export async function groundedPlan(place: Place, { kind, mapping, options }: Run, file: FileToRead, hold: boolean) {
  const fingerprint = await fingerprintOf(place, [], { hold });
  const ground = await readGround(place, kind, { hold });
  return async (): Promise<PlannedImport> => {
    const task = { file, kind, mapping, options, ground };
    const planned = await inSheetThread(place.bureauId, "planFile", task, Object.values(ground).flatMap(portionsIn));
    return { ...planned, fingerprint };
  };
}

const portionsIn = (part: unknown): Portions => (Array.isArray(part) ? part : []);
