import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GraphQLError, print, visit } from "graphql";
import { Forbidden } from "#kernel/errors";
import { rememberLeastUsed } from "#kernel/least-used";
import { parseWithinTokens } from "./limits.ts";

/** The operations of the screens; "any" in tests of the API itself. */
export type TrustedDocuments = "any" | { byId: ReadonlyMap<string, string>; has(text: string): boolean };

const file = fileURLToPath(new URL("../../../schema/generated/trusted.json", import.meta.url));

export const readTrustedDocuments = (): TrustedDocuments => trustedDocuments(readTexts());

/** The text of the screens' operation of that name. */
export function textOfScreens(name: string): string {
  const text = Object.values(readTexts()).find((each) => new RegExp(`^(query|mutation) ${name}\\b`, "m").test(each));
  if (text === undefined) throw new Error(`The screens have no operation ${name}.`);
  return text;
}

/** The text of the screens' operation that is known by an id, whatever callers may run besides. */
export function textOfScreensById(id: unknown): string {
  const texts = (ofScreens ??= readTexts());
  return typeof id === "string" && Object.hasOwn(texts, id) ? texts[id]! : refuse();
}

let ofScreens: Record<string, string> | undefined;

function readTexts(): Record<string, string> {
  if (!existsSync(file)) throw new Error(`${file} is missing: run schema/codegen.ts first.`);
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
}

/** Callers write them as long as a body may be. */
const spellings = { most: 1_000, bytes: { most: 8_000_000, of: (_isKnown: true, text: string) => 2 * text.length } };

/** From texts by their SHA-256. A text is known however it is laid out, and with or without the type names that caches add. */
export function trustedDocuments(texts: Record<string, string>): TrustedDocuments {
  const plain = new Set(Object.values(texts).map(plainText));
  const known = rememberLeastUsed<true>(spellings);
  return {
    byId: new Map(Object.entries(texts)),
    has(text) {
      if (known.has(text)) return true;
      const normal = plainText(text);
      if (normal === undefined || !plain.has(normal)) return false;
      known.set(text, true);
      return true;
    },
  };
}

/** For development: operations are tried as text before they are the screens'. */
export const withAnyText = (trusted: TrustedDocuments): TrustedDocuments =>
  trusted === "any" ? trusted : { ...trusted, has: () => true };

interface Asked {
  id?: unknown;
  query?: unknown;
}

/**
 * The text of the document asked for. A token runs what it likes within the limits; a browser session, and whoever is not
 * signed in, only what the screens are made of, named by its hash or sent whole.
 */
export function documentText(trusted: TrustedDocuments, { id, query }: Asked, isFree: boolean): unknown {
  if (trusted === "any") return query;
  if (typeof id === "string" && query === undefined) return trusted.byId.get(id) ?? refuse();
  if (isFree || typeof query !== "string") return query;
  return trusted.has(query) ? query : refuse();
}

function refuse(): never {
  throw new Forbidden([], "DOCUMENT_UNKNOWN");
}

function plainText(text: string): string | undefined {
  try {
    const document = visit(parseWithinTokens(text), {
      Field: ({ name, alias }) => (name.value === "__typename" && !alias ? null : undefined),
    });
    return document.definitions
      .map((each) => print(each))
      .sort()
      .join("\n");
  } catch (error) {
    if (error instanceof GraphQLError && error.source) return undefined;
    throw error;
  }
}
