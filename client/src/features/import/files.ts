import type { ImportKind } from "@maple-bridge/schema/documents";
import i18next from "i18next";
import { CombinedError } from "urql";
import { currentLocale } from "../../lib/locale.ts";
import { type Problem, problemOf } from "../../lib/problem.ts";
import { ownFetch } from "../../lib/whose.ts";

/** Files go beside GraphQL; what goes wrong with them is told in the same words. */
export type Answer<Data> = { data: Data; problem?: undefined } | { data?: undefined; problem: Problem };

export const mostBytes = 20 * 1024 * 1024;

/** Known before it is sent. */
export const tooLarge = (): Problem => ({
  code: "TOO_LARGE",
  message: i18next.t("import:upload.tooLarge"),
  faults: [],
});

export function sendFile(kind: ImportKind, file: File, key: string): Promise<Answer<{ id: string }>> {
  const form = new FormData();
  form.append("kind", kind);
  form.append("file", file, file.name);
  const headers = { "x-maple-import": "1", "idempotency-key": key };
  return ask("/imports", { method: "POST", headers, body: form }, (response) => response.json());
}

/** Fetches a file and hands it to the browser to keep. */
export async function keepFile(address: string, name: string): Promise<Problem | undefined> {
  const { data, problem } = await ask(address, {}, (response) => response.blob());
  if (!data) return problem;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return undefined;
}

async function ask<Data>(
  address: string,
  request: RequestInit,
  read: (response: Response) => Promise<Data>,
): Promise<Answer<Data>> {
  const headers = { ...request.headers, "x-maple-locale": currentLocale() };
  let response: Response | undefined;
  try {
    response = await ownFetch(address, { ...request, headers, credentials: "same-origin" });
    if (response.ok) return { data: await read(response) };
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    return { problem: problemOf(new CombinedError({ graphQLErrors: errors, response }))! };
  } catch (error) {
    return { problem: problemOf(new CombinedError({ networkError: error as Error, response }))! };
  }
}
