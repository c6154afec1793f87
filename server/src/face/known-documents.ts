import { GraphQLError } from "graphql";
import { assertWithinLimits, parseWithinTokens } from "./limits.ts";

const mostKnown = 1_000;

/**
 * Texts that are within the limits, each under a short name that Apollo knows it by: an unknown one is refused before
 * Apollo spends time on it, and a known one is neither measured nor hashed again. The older half goes when it is full.
 */
export function knowDocuments() {
  let named = new Map<string, string>();
  let older = new Map<string, string>();
  let texts = new Map<string, string>();
  let olderTexts = new Map<string, string>();
  let count = 0;

  function keep(text: string, name: string) {
    if (named.size >= mostKnown) [named, older, texts, olderTexts] = [new Map(), named, new Map(), texts];
    named.set(text, name);
    texts.set(name, text);
    return name;
  }

  return {
    nameOf(text: string): string {
      const known = named.get(text);
      if (known !== undefined) return known;
      const before = older.get(text);
      if (before === undefined) assertMeasured(text);
      return keep(text, before ?? `${++count}`);
    },
    /** What Apollo asks for a name, in its own spelling of it. */
    cache: {
      get: async (key: string) => textUnder(key.slice(key.indexOf(":") + 1)),
      set: async () => {},
      delete: async () => false,
    },
  };

  function textUnder(name: string) {
    return texts.get(name) ?? olderTexts.get(name);
  }
}

export type KnownDocuments = ReturnType<typeof knowDocuments>;

function assertMeasured(text: string) {
  const document = parsed(text);
  if (document) assertWithinLimits(document);
}

/** A syntax error is left to Apollo, which words and codes it. */
function parsed(text: string) {
  try {
    return parseWithinTokens(text);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
