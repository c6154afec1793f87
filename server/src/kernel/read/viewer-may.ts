import type { Policy } from "../command.ts";
import { type Fragment, join, literal, raw, sql } from "./fragment.ts";
import { inReach, type Reading } from "./reading.ts";
import { type RowOf, type Rows } from "./relation.ts";
import { sqlOf } from "./sources.ts";

/**
 * The actions of these policies that the caller may take on the row: the same rule that the commands hold to. Those that
 * only read are open to a token that only reads.
 */
export const viewerMay = <R extends Rows>(
  rows: R,
  over: Over<R>,
  policies: readonly Policy[],
  { reads = [], and = [] }: { reads?: readonly Policy[]; and?: readonly [Over<R>, readonly Policy[]][] } = {},
) =>
  sqlOf(rows, (row, reading) => {
    const allowed = [[over, policies] as const, ...and].flatMap(([over, policies]) =>
      policies
        .filter((policy) => reading.caller.mayWrite || reads.includes(policy))
        .map((policy) => sql`case when ${isAllowed(row, reading, over, policy)} then ${literal(policy.action)} end`),
    );
    return sql`array_remove(array[${join(allowed, ",")}]::text[], null)`;
  });

/** Over which unit a policy must be held: the row's, the whole bureau, or any unit at all. */
type Over<R extends Rows> = ((row: RowOf<R>) => Fragment) | "bureau" | "anywhere";

function isAllowed<R extends Rows>(row: RowOf<R>, reading: Reading, over: Over<R>, { roles }: Policy): Fragment {
  if (typeof over === "function") return inReach(reading, over(row), roles);
  const reach = reading.caller.reach(roles);
  return raw(String(over === "bureau" ? reach === "all" : reach !== "none"));
}
