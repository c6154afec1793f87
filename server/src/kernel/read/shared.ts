import { type Fragment, join, raw, sql } from "./fragment.ts";

/** Queries that a statement works out once, however many of its parts take rows from them. */
export interface Shared {
  share: (rows: Fragment) => Fragment;
  /** The statement with what its parts have shared in front of it. */
  around: (statement: Fragment) => Fragment;
}

export function sharedQueries(): Shared {
  const names = new Map<string, string>();
  const queries: Fragment[] = [];
  return {
    share(rows) {
      const known = names.get(textOf(rows));
      if (known) return raw(known);
      const name = `shared${names.size}`;
      names.set(textOf(rows), name);
      queries.push(sql`${raw(name)} as materialized (${rows})`);
      return raw(name);
    },
    around: (statement) => (queries.length > 0 ? sql`with ${join(queries, ", ")} ${statement}` : statement),
  };
}

/** Two queries are one when their texts are, and their parameters come from the same values. */
const textOf = ({ parts }: Fragment) =>
  parts.map((part) => (typeof part === "string" ? part : `$${part.origin ?? part.key}$`)).join("");
