import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import { actorOf, type Context } from "#kernel/context";
import { Invalid, NotFound } from "#kernel/errors";
import { record } from "#kernel/record";
import { asLine } from "#kernel/written";
import { mayImport } from "./import.policy.ts";
import type { ImportKind } from "./columns.ts";
import { maskIdentityNumbers } from "#kernel/identity-number";
import { mappingLike } from "./import.rules.ts";
import { type ImportRow, importOf, insertImport } from "./import.store.ts";
import type { Portions } from "./portions.ts";
import { refusingSheet } from "./refusing-sheet.ts";
import type { OpenedFile } from "./sheet-tasks.ts";
import { inSheetThread } from "./sheet-threads.ts";

export interface Upload {
  idempotencyKey: string;
  kind: ImportKind;
  fileName: string;
  portions: Portions;
  /** The import whose file this one corrects: it goes on with the same columns and assumptions. */
  like?: string | undefined;
}

const mostNameLength = 200;

/** Reads a file and keeps it for mapping and checking; the input of the command is the file's digest. */
export async function uploadImport(
  ctx: Context,
  { idempotencyKey, kind, fileName: givenName, portions, like }: Upload,
): Promise<{ id: string }> {
  authorizeBureau(actorOf(ctx), mayImport);
  const fileName = maskIdentityNumbers(asLine(givenName)).slice(-mostNameLength);
  if (fileName === "") throw new Invalid([{ path: ["file"], code: "REQUIRED" }]);
  const opened = await refusingSheet(["file"], () =>
    inSheetThread(actorOf(ctx).bureauId, "openFile", { file: { portions, fileName }, kind }, ctx),
  );
  const fileDigest = opened.digest;
  return inTransaction(
    ctx,
    "uploadImport",
    { idempotencyKey, kind, fileName, fileDigest, ...(like && { like }) } as { idempotencyKey: string },
    async (tx) => {
      authorizeBureau(tx.actor, mayImport);
      const first = like === undefined ? undefined : await corrected(tx, like, kind);
      const id = await insertImport(tx, { kind, fileName, opened: first ? mappedLike(opened, first) : opened, first });
      await record(tx, {
        action: "import.upload",
        entity: { type: "ImportRun", id },
        after: { kind, fileName, fileDigest, totalRows: opened.head.totalRows },
      });
      return { id };
    },
  );
}

/** Of another kind it has other columns. */
async function corrected(tx: Transaction, id: string, kind: ImportKind): Promise<ImportRow> {
  const first = await importOf(tx, id);
  if (first?.kind !== kind) throw new NotFound([{ path: ["like"], code: "NOT_FOUND" }]);
  return first;
}

const mappedLike = (opened: OpenedFile, first: ImportRow): OpenedFile => ({
  ...opened,
  head: { ...opened.head, mapping: mappingLike(first, opened.head) },
});
