import { members, memberUnits } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";
import { always } from "#kernel/dated";
import { changeAll } from "#kernel/dated.store";
import { dayOf } from "#kernel/day";
import { unitsTable } from "#modules/members";
import { GroundMoved } from "./ground-moved.ts";
import type { ChangedMember, MemberPlan } from "./member-plan.rules.ts";
import { type Run, withInitials } from "./written-run.ts";

export async function insertMembers(tx: Transaction, created: MemberPlan["created"]) {
  await insertNow(
    tx,
    members,
    created.map(({ unitId: _unit, ...member }) => withInitials(member)),
  );
  await insertNow(
    tx,
    memberUnits,
    created.map(({ id, unitId }) => ({ memberId: id, startsOn: always, unitId })),
  );
}

/** As they were when it was planned, or not at all. Who is of another unit is so from the run's day on, today when none is given. */
export async function updateMembers(tx: Transaction, changed: readonly ChangedMember[], { fileName, options }: Run) {
  const { sql, bureauId, now } = tx;
  const rows = changed.map(({ before, change }) => ({ ...before, ...change }));
  const updated = await sql`
    update members m set kind = n.kind, phone = n.phone, version = m.version + 1
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, kind text, phone text, version int)
    where m.bureau_id = ${bureauId} and m.id = n.id and m.version = n.version`;
  if (updated.count < rows.length) throw new GroundMoved();
  const day = options.from ?? dayOf(now);
  const moves = changed.flatMap(({ before: { id, joinedOn }, change: { unitId } }) =>
    unitId
      ? [{ id, from: joinedOn !== null && day <= joinedOn ? always : day, change: { unitId }, reason: fileName }]
      : [],
  );
  await changeAll(tx, unitsTable, moves);
}
