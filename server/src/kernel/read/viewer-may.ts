import type { Policy } from "../command.ts";
import { type Fragment, join, literal, raw, sql } from "./fragment.ts";
import { inReach, type Reading } from "./reading.ts";
import { type RowOf, type Rows } from "./relation.ts";
import { sqlOf } from "./sources.ts";

/**
 * The actions that the caller may take on the row as it stands: held to the same policy as the commands. Those that only
 * read are open to a token that only reads.
 */
export const viewerMay = <R extends Rows>(
  rows: R,
  over: Over<R>,
  actions: readonly Action<R>[] | (() => readonly Action<R>[]),
  { reads = [] }: { reads?: readonly Policy[] } = {},
) =>
  sqlOf(rows, (row, reading) => {
    const all = typeof actions === "function" ? actions() : actions;
    const allowed = all.map(detailed).flatMap(({ action, policy, over: own = over, besides, when }) => {
      if (!reading.caller.mayWrite && !reads.includes(policy)) return [];
      const byRole = isAllowed(row, reading, own, policy);
      const held = besides ? sql`(${byRole} or ${besides(row, reading)})` : byRole;
      return [sql`case when ${when ? sql`${held} and ${when(row, reading)}` : held} then ${literal(action)} end`];
    });
    return allowed.length === 0 ? sql`'{}'::text[]` : sql`array_remove(array[${join(allowed, ",")}]::text[], null)`;
  });

/** A policy is the action of its name, whatever the row's state; where a row's state decides too, the command that refuses it is named. */
export type Action<R extends Rows> = Policy | ActionOnState<R>;

interface ActionOnState<R extends Rows> {
  /** The mutation's name, as in CLOSE_GRID of `closeGrid`. */
  action: string;
  policy: Policy;
  /** Where it is not held over what the row's other actions are. */
  over?: Over<R>;
  /** Who may it without such a role: who stands in for one that has it. */
  besides?: (row: RowOf<R>, reading: Reading) => Fragment;
  /** Whether the row is in a state in which the command may be taken; else it is refused. */
  when?: (row: RowOf<R>, reading: Reading) => Fragment;
}

const detailed = <R extends Rows>(action: Action<R>): ActionOnState<R> =>
  "policy" in action ? action : { action: action.action, policy: action };

/** Over which unit a policy must be held: the row's, the whole bureau, any unit at all; or over none by whose account it is. */
type Over<R extends Rows> =
  | ((row: RowOf<R>, reading: Reading) => Fragment)
  | "bureau"
  | "anywhere"
  | { ownOrBureau: (row: RowOf<R>) => Fragment };

function isAllowed<R extends Rows>(row: RowOf<R>, reading: Reading, over: Over<R>, { roles }: Policy): Fragment {
  if (typeof over === "function") return inReach(reading, over(row, reading), roles);
  const reach = reading.caller.reach(roles);
  const isHeld = raw(String(over === "anywhere" ? reach !== "none" : reach === "all"));
  return typeof over === "string" ? isHeld : sql`(${isHeld} or ${over.ownOrBureau(row)} = ${reading.account})`;
}
