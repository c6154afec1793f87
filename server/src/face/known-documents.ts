import { GraphQLError } from "graphql";
import type { Context } from "#kernel/context";
import { ownedCache } from "#kernel/owned-cache";
import { assertWithinLimits, parseWithinTokens } from "./limits.ts";

/** In bytes of text. */
const room = { screens: 1_000_000, free: 8_000_000, account: 400_000 };

interface Named {
  name: string;
}

/** Who answers for the room that a text takes: the account, and all strangers together. */
export const ownerOf = ({ actor }: Pick<Context, "actor">) => actor?.accountId ?? "strangers";

/**
 * Texts that are within the limits, each under a short name that Apollo knows it by: an unknown one is refused before
 * Apollo spends time on it, and a known one is neither measured nor hashed again.
 */
export function knowDocuments() {
  const byName = new Map<string, string>();
  const known = ownedCache<Named>(room, ({ name }) => byName.delete(name));
  let count = 0;

  return {
    nameOf(text: string, owner: string): string {
      const found = known.get(text);
      if (found) return found.name;
      assertMeasured(text);
      const name = `${++count}`;
      byName.set(name, text);
      known.set(text, { name }, { owner, bytes: text.length });
      return name;
    },
    /** What Apollo asks for a name, in its own spelling of it. */
    cache: {
      get: async (key: string) => byName.get(key.slice(key.indexOf(":") + 1)),
      set: async () => {},
      delete: async () => false,
    },
  };
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
