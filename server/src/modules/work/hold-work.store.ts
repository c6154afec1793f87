import { workItems } from "@maple-bridge/drizzle/tables";
import type { Transaction } from "#kernel/command";
import { type FieldFault, NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import {
  askedIds,
  askInCommand,
  composedOnce,
  everything,
  type Fragment,
  join,
  ofBureau,
  rowUnder,
  sql as fragment,
} from "#kernel/read";
import { answerersOf, heldByViewer, nowOf } from "./answering.rows.ts";
import { clockFromJson, clocksJson } from "./clock.store.ts";
import { pauseFromJson, pausesJson } from "./pause.store.ts";
import { ruleOf, type WorkAction } from "./work-actions.rules.ts";
import { actionsOf, actionsOfAnswerer, isInSight } from "./work.rows.ts";
import { type HeldItem, itemColumns, type WorkItemRow } from "./work.store.ts";

/** What a later module has a command ask about the item in the statement that looks at what surrounds it. */
export interface Alongside<A> {
  name: string;
  /** One JSON value. */
  of: (item: typeof row) => Fragment;
  /** Names what the value is, for whoever gets it. */
  gives?: A;
}

/**
 * The item, held until the command ends; out of sight is the same as absent. Whether it is in sight, and what it is decided by, is asked
 * behind the lock, in the same round trip: a statement that waits for a row would still see its surroundings as they were.
 */
export async function lockWork<A = undefined>(
  tx: Transaction,
  id: string,
  path: FieldFault["path"] = ["input", "id"],
  /** Those that the command may take. */
  actions?: readonly WorkAction[],
  alongside?: Alongside<A>,
): Promise<HeldItem & { alongside: A }> {
  const held = isId(id) ? await holdWork(tx, id, "SEEN", actions, alongside) : undefined;
  if (!held) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  return held;
}

/** An item that a step of another one bears on, held whoever takes that step. */
export const lockBesides = async (tx: Transaction, id: string): Promise<HeldItem> => (await holdWork(tx, id, "ALL"))!;

async function holdWork<A>(
  tx: Transaction,
  id: string,
  sight: "SEEN" | "ALL",
  actions?: readonly WorkAction[],
  alongside?: Alongside<A>,
): Promise<(HeldItem & { alongside: A }) | undefined> {
  const askGround = (statement: Fragment) => askInCommand<Ground<A>>(tx, statement, [id]);
  const asHolder = sight === "SEEN" && tx.actor.mayWrite && actions?.every(isOfAnswerer) ? actions : undefined;
  const [[item], [first]] = await Promise.all([
    askInCommand<WorkItemRow>(tx, itemStatement, [id]),
    askGround(asHolder ? holdersStatement(tx, asHolder, alongside) : groundStatement(tx, sight, actions, alongside)),
  ]);
  const [ground] =
    item && !first && asHolder ? await askGround(groundStatement(tx, sight, actions, alongside)) : [first];
  if (!item || !ground) return undefined;
  const { clocks, pauses, ...rest } = ground;
  return { ...rest, item, clocks: clocks.map(clockFromJson), pauses: pauses.map(pauseFromJson) };
}

/** As JSON has it. */
type Ground<A> = Omit<HeldItem, "item"> & { alongside: A };

const isOfAnswerer = (action: WorkAction) => ruleOf(action).by.includes("ANSWERER");

const row = rowUnder(workItems, "i");
const asked = fragment`i.bureau_id = ${ofBureau} and i.id = any(${askedIds})`;
const columns = itemColumns.map((column) => row[column]);
const itemStatement = fragment`select ${join(columns, ", ")} from work_items i where ${asked} for no key update of i`;
const since = fragment`${clocksJson(row.id)} as clocks, ${pausesJson(row.id)} as pauses`;
const besides = <A>(alongside: Alongside<A> | undefined) =>
  alongside ? fragment`${since}, ${alongside.of(row)} as alongside` : since;
const composedGround = composedOnce();

const groundStatement = <A>(
  tx: Transaction,
  sight: "SEEN" | "ALL",
  actions: readonly WorkAction[] | undefined,
  alongside: Alongside<A> | undefined,
) =>
  composedGround(tx, `${sight} ${actions?.join() ?? ""} ${alongside?.name ?? ""}`, (reading) => {
    const seen = sight === "ALL" ? everything : isInSight(row, reading);
    return fragment`
      select to_jsonb(${actionsOf(row, reading, (action) => action, actions)}) as may, coalesce((
        select jsonb_agg(jsonb_build_object('holderId', a.holder_id, 'memberId', a.member_id) order by a.since, a.holder_id)
        from ${answerersOf(row, reading)} a), '[]') as answerers, ${besides(alongside)}
      from work_items i where ${asked} and ${seen}`;
  });

const composedForHolder = composedOnce();

/** The same for who holds the item's seat while none of its holders is away; else no row. Who answers for work has it in sight. */
const holdersStatement = <A>(tx: Transaction, actions: readonly WorkAction[], alongside: Alongside<A> | undefined) =>
  composedForHolder(tx, `${actions.join()} ${alongside?.name ?? ""}`, (reading) => {
    const may = actionsOfAnswerer(row, reading, actions);
    return fragment`
      select to_jsonb(${may}) as may, held.answerers, ${besides(alongside)} from work_items i cross join lateral ${heldByViewer(row, nowOf(reading))} held where ${asked}`;
  });
