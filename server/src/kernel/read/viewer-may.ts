import type { Policy } from "../command.ts";
import { type Fragment, join, literal, raw, sql } from "./fragment.ts";
import { inReach } from "./reading.ts";
import { type RowOf, type Rows } from "./relation.ts";
import { sqlOf } from "./sources.ts";

/**
 * The actions of these policies that the caller may take on the row: the same rule that the commands hold to. Those that
 * only read are open to a token that only reads.
 */
export const viewerMay = <R extends Rows>(
  rows: R,
  unitOf: ((row: RowOf<R>) => Fragment) | "bureau",
  policies: readonly Policy[],
  { reads = [] }: { reads?: readonly Policy[] } = {},
) =>
  sqlOf(rows, (row, reading) => {
    const open = reading.caller.mayWrite ? policies : policies.filter((policy) => reads.includes(policy));
    const allowed = open.map((policy) => {
      const may =
        unitOf === "bureau"
          ? raw(String(reading.caller.reach(policy.roles) === "all"))
          : inReach(reading, unitOf(row), policy.roles);
      return sql`case when ${may} then ${literal(policy.action)} end`;
    });
    return sql`array_remove(array[${join(allowed, ",")}]::text[], null)`;
  });
