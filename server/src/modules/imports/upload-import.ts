import { authorizeBureau, inTransaction } from "#kernel/command";
import { actorOf, type Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { record } from "#kernel/record";
import { asLine } from "#kernel/written";
import { mayImport } from "./import.policy.ts";
import type { ImportKind } from "./columns.ts";
import { maskIdentityNumbers } from "#kernel/identity-number";
import { insertImport } from "./import.store.ts";
import type { Portions } from "./portions.ts";
import { refusingSheet } from "./refusing-sheet.ts";
import { inSheetThread } from "./sheet-threads.ts";

export interface Upload {
  idempotencyKey: string;
  kind: ImportKind;
  fileName: string;
  portions: Portions;
}

const mostNameLength = 200;

/** Reads a file and keeps it for mapping and checking; the input of the command is the file's digest. */
export async function uploadImport(
  ctx: Context,
  { idempotencyKey, kind, fileName: givenName, portions }: Upload,
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
    { idempotencyKey, kind, fileName, fileDigest } as { idempotencyKey: string },
    async (tx) => {
      authorizeBureau(tx.actor, mayImport);
      const id = await insertImport(tx, { kind, fileName, opened });
      await record(tx, {
        action: "import.upload",
        entity: { type: "ImportRun", id },
        after: { kind, fileName, fileDigest, totalRows: opened.head.totalRows },
      });
      return { id };
    },
  );
}
