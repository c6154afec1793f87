import type { ImportKind } from "@maple-bridge/schema/documents";
import i18next from "i18next";
import { type Answer, askFile } from "../../lib/files.ts";
import type { Problem } from "../../lib/problem.ts";

export const mostBytes = 20 * 1024 * 1024;

/** Known before it is sent. */
export const tooLarge = (): Problem => ({
  code: "TOO_LARGE",
  message: i18next.t("import:upload.tooLarge"),
  faults: [],
});

export function sendFile(kind: ImportKind, file: File, key: string, like?: string): Promise<Answer<{ id: string }>> {
  const form = new FormData();
  form.append("kind", kind);
  form.append("file", file, file.name);
  const headers = { "x-maple-import": "1", "idempotency-key": key };
  const address = like === undefined ? "/imports" : `/imports?like=${encodeURIComponent(like)}`;
  return askFile(address, { method: "POST", headers, body: form }, (response) => response.json());
}
