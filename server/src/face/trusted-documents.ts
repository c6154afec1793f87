import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Forbidden } from "#kernel/errors";

/** The operations of the screens by the SHA-256 of their text; "any" in tests of the API itself. */
export type TrustedDocuments = "any" | ReadonlyMap<string, string>;

const file = fileURLToPath(new URL("../../../schema/generated/trusted.json", import.meta.url));

export function readTrustedDocuments(): TrustedDocuments {
  if (!existsSync(file)) throw new Error(`${file} is missing: run schema/codegen.ts first.`);
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
}

interface Asked {
  id?: unknown;
  query?: unknown;
}

/**
 * The text of the document asked for. A token runs what it likes within the limits; a browser session, and whoever is not
 * signed in, only what the screens are made of, named by its hash or sent whole.
 */
export function documentText(trusted: TrustedDocuments, { id, query }: Asked, isFree: boolean): unknown {
  if (typeof id === "string" && trusted !== "any") return trusted.get(id) ?? refuse();
  if (isFree || trusted === "any" || query === undefined) return query;
  return typeof query === "string" && textsOf(trusted).has(query) ? query : refuse();
}

function refuse(): never {
  throw new Forbidden([], "DOCUMENT_UNKNOWN");
}

const texts = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<string>>();

function textsOf(trusted: ReadonlyMap<string, string>) {
  let known = texts.get(trusted);
  if (!known) texts.set(trusted, (known = new Set(trusted.values())));
  return known;
}
