import { divisions } from "@maple-bridge/drizzle/tables";
import { type Changes, withoutInitials } from "#kernel/changes";
import { insertNow, type Transaction, update } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { initialsOf } from "#kernel/pinyin";
import { lockSeen } from "#kernel/read";
import { Division } from "./division.types.ts";
import type { DivisionKind } from "./division-kind.ts";
import { type Addition, parentCodeOf } from "./division.rules.ts";
import { type Named, named } from "./named.ts";

export interface DivisionRow {
  id: string;
  parentId: string | null;
  code: string;
  name: string;
  kind: DivisionKind;
  closedOn: string | null;
  version: number;
}

const columns = [
  "id",
  "parentId",
  "code",
  "name",
  "kind",
  "closedOn",
  "version",
] as const satisfies (keyof DivisionRow)[];

export const lockDivision = (tx: Transaction, id: string, path: FieldFault["path"], holding = {}) =>
  lockSeen<DivisionRow>(tx, Division, id, columns, path, holding);

/** The divisions of these codes that are there, by code. */
export async function divisionsByCode(tx: Transaction, codes: readonly string[]): Promise<Map<string, DivisionRow>> {
  const rows = await tx.sql<DivisionRow[]>`
    select ${tx.sql(columns)} from divisions
    where bureau_id = ${tx.bureauId} and code = any(${[...codes]}::text[]) order by code for share`;
  return new Map(rows.map((row) => [row.code, row]));
}

/** Inserts the divisions under those that are `known`, and gives them. */
export async function insertDivisions(
  tx: Transaction,
  additions: readonly Addition[],
  known: ReadonlyMap<string, DivisionRow>,
): Promise<DivisionRow[]> {
  const byCode = new Map(known);
  const added = additions
    .toSorted((a, b) => a.code.length - b.code.length)
    .map((addition) => {
      const parentId = byCode.get(parentCodeOf(addition.code) ?? "")?.id ?? null;
      const { code, name, kind } = addition;
      const row = { id: newId(), parentId, code, name, kind, closedOn: null, version: 1 };
      byCode.set(row.code, row);
      return row;
    });
  await insertNow(
    tx,
    divisions,
    added.map((row) => ({ ...row, nameInitials: initialsOf(row.name) })),
  );
  return added;
}

/** What differs; undefined where nothing does. */
export async function writeDivision(
  tx: Transaction,
  id: string,
  next: Partial<Pick<DivisionRow, "name" | "closedOn">>,
): Promise<Changes<object> | undefined> {
  const nameInitials = next.name === undefined ? undefined : initialsOf(next.name);
  const [change] = await update(tx, divisions, id, { ...next, nameInitials });
  return change && withoutInitials(change);
}

export async function openDivisionsBelow(
  { sql, bureauId }: Transaction,
  divisionId: string,
  day: string,
): Promise<Named> {
  return named(
    await sql<{ name: string }[]>`
      select name from divisions where bureau_id = ${bureauId} and parent_id = ${divisionId}
        and (closed_on is null or closed_on > ${day}) order by code`,
  );
}

/** What the audit log tells of a new division. */
export const toldOf = ({ parentId, code, name, kind }: DivisionRow) => ({ parentId, code, name, kind });
