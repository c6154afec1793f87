import { getTableColumns, getTableName } from "drizzle-orm";
import type { PendingQuery, Row } from "postgres";
import { type FieldFault, NotFound } from "../errors.ts";
import { isId } from "../ids.ts";
import type { Transaction } from "../transaction.ts";
import { type Fragment, identifier, join, raw, sql } from "./fragment.ts";
import { askedIds, askInCommand, composedOnce } from "./in-command.ts";
import { everything, type Reading } from "./reading.ts";
import { under } from "./relation.ts";
import { declaredBy } from "./sources.ts";

type Path = FieldFault["path"];

interface Holding {
  /** Others may hold it as well, and none changes it. */
  isShared?: boolean;
  /** One statement, where each counts: what stands in other tables is then as it was before the rows were held. */
  atOnce?: boolean;
}

type Hold = "" | "for no key update of held" | "for share of held";

/**
 * The row of the type, by its fields, held until the command ends. It is seen by the very sight that a query has of the type; out of
 * sight is the same as absent.
 */
export async function lockSeen<R extends object>(
  tx: Transaction,
  type: Function,
  id: string,
  fields: readonly (keyof R & string)[],
  path: Path = ["input", "id"],
  holding: Holding = {},
): Promise<R> {
  const [row] = await lockAllSeen<R>(tx, type, [id], fields, holding);
  return row ?? absent(path);
}

/** Those of the rows that are in sight, held in the order of their ids so that commands never wait in a ring. */
export async function lockAllSeen<R extends object>(
  tx: Transaction,
  type: Function,
  ids: readonly string[],
  fields: readonly (keyof R & string)[],
  { isShared = false, atOnce = false }: Holding = {},
): Promise<R[]> {
  const held = rowsSeen(tx, type, ids, fields, isShared ? "for share of held" : "for no key update of held");
  if (atOnce || declaredBy(type).relation.isTable) return (await held) as unknown as R[];
  // What it has waited for may have changed rows of other tables, which only a later statement sees.
  const [before, after] = await Promise.all([held, rowsSeen(tx, type, ids, fields, "")]);
  return after.filter(({ id }) => before.some((row) => row["id"] === id)) as unknown as R[];
}

/** As a query sees it, and held by nothing. */
export async function findSeen<R extends object>(
  tx: Transaction,
  type: Function,
  id: string,
  fields: readonly (keyof R & string)[],
  path: Path = ["input", "id"],
): Promise<R> {
  const [row] = await rowsSeen(tx, type, [id], fields, "");
  return (row as R | undefined) ?? absent(path);
}

function absent(path: Path): never {
  throw new NotFound([{ path, code: "NOT_FOUND" }]);
}

function rowsSeen(
  tx: Transaction,
  type: Function,
  ids: readonly string[],
  fields: readonly string[],
  hold: Hold,
): PendingQuery<Row[]> {
  const ofType = composed.get(type) ?? composedOnce();
  composed.set(type, ofType);
  const statement = ofType(tx, `${fields.join()} ${hold}`, (reading) => statementOf(tx, reading, type, fields, hold));
  return askInCommand(tx, statement, ids.filter(isId));
}

const composed = new WeakMap<Function, ReturnType<typeof composedOnce>>();

/** The table's own columns are those of the row that is held; what else a type has is read beside it. */
function statementOf(
  tx: Transaction,
  reading: Reading,
  type: Function,
  fields: readonly string[],
  hold: Hold,
): Fragment {
  const { relation, visible } = declaredBy(type);
  const own = getTableColumns(relation.table!);
  const seen = relation.isTable ? "held" : "seen";
  const id = under("held", own["id"] ?? own["bureauId"]!);
  const columns = fields.map((field) => under(own[field] ? "held" : seen, own[field] ?? relation.columns[field]!));
  const beside = relation.isTable
    ? sql``
    : sql`join ${(relation.beside ?? relation.source)(reading)} seen on seen.id = ${id}`;
  // Who runs the server has no roles, and sees all of it.
  const sight = tx.actor.via.kind === "operator" ? everything : visible(seen, reading);
  return sql`select ${join(columns, ", ")} from ${identifier(getTableName(relation.table!))} held ${beside}
    where held.bureau_id = ${reading.bureau} and ${id} = any(${askedIds}) and ${sight} order by ${id} ${raw(hold)}`;
}
