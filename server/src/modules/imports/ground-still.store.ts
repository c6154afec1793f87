import type { Transaction } from "#kernel/command";
import type { ImportKind } from "./columns.ts";
import { GroundMoved } from "./ground-moved.ts";
import { fingerprintOf, maySpeakOf } from "./ground.store.ts";
import { type Portion, type Portions, rowsIn, textOf } from "./portions.ts";
import type { PlannedImport } from "./plan-import.ts";
import type { Touched } from "./touched.rules.ts";

/** Throws unless all that the file was planned on is as it was; from then on it is held until the transaction ends. */
export async function assertGroundStill(tx: Transaction, kind: ImportKind, planned: PlannedImport) {
  if ((await fingerprintOf(tx, kind, true)) !== planned.fingerprint) throw new GroundMoved();
  if (planned.touched) await assertUntouched(tx, planned.touched);
}

/** Whoever assigns holds the grid and the member: once both are held here, no assignment comes to them. */
async function assertUntouched(tx: Transaction, { grids, members, seats }: Touched<Portions>) {
  await assertAsTheyWere(tx, "grids", grids);
  await assertAsTheyWere(tx, "members", members);
  if (!seats) return;
  await assertAsTheyWere(tx, "assignments", seats.assignments);
  await assertCount(tx, "grid_id", grids, seats.assignmentsAtGrids);
  await assertCount(tx, "member_id", members, seats.assignmentsOfMembers);
}

async function assertAsTheyWere(tx: Transaction, table: "grids" | "members" | "assignments", portions: Portions) {
  const { sql, bureauId } = tx;
  for (const portion of portions) {
    const held = await sql`
      select from jsonb_to_recordset(${textOf(portion)}::text::jsonb) as n(id uuid, version int)
        join ${sql(table)} t on t.bureau_id = ${bureauId} and t.id = n.id and t.version = n.version
      order by t.id for no key update of t`;
    if (held.count < sizeOf(portion)) throw new GroundMoved();
  }
}

async function assertCount(tx: Transaction, key: "grid_id" | "member_id", portions: Portions, expected: number) {
  const { sql, bureauId } = tx;
  let found = 0;
  for (const portion of portions) {
    const [row] = await sql<{ count: number }[]>`
      select count(a.id)::int as count from jsonb_to_recordset(${textOf(portion)}::text::jsonb) as n(id uuid)
        join assignments a on a.bureau_id = ${bureauId} and a.${sql(key)} = n.id and ${maySpeakOf(tx)}`;
    found += row!.count;
  }
  if (found !== expected) throw new GroundMoved();
}

const sizeOf = (portion: Portion) => rowsIn([portion]).length;
