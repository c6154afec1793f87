import { GraphQLError } from "graphql";
import { assertWithinLimits, parseWithinTokens } from "./limits.ts";

const mostSeen = 1_000;
const seen = new Set<string>();

/** Refuses a document beyond the limits before Apollo spends time on it; what passed once is not measured again. */
export function assertMeasured(text: string) {
  if (seen.has(text)) return;
  const document = parsed(text);
  if (!document) return;
  assertWithinLimits(document);
  if (seen.size >= mostSeen) seen.clear();
  seen.add(text);
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
