import { finds, type Fragment, inForce, join, type PageOrder, type Reading, type RowOf, sql } from "#kernel/read";
import { gridsThen } from "#modules/grids";
import { subtreeOf } from "#modules/organisation";
import { hasLeft, isOfUnits, type memberRows } from "#modules/members";

type MemberRow = RowOf<typeof memberRows>;

/** Those who could take the seat: on the strength, of a kind that may hold the duty, and not on the seat already. */
export function couldHold(member: MemberRow, reading: Reading): Fragment {
  const [grid, duty] = [reading.arg("gridId", "uuid")!, reading.arg("duty", "text")!];
  const search = reading.arg("search", "text");
  return join(
    [
      sql`not ${hasLeft(member, reading)}`,
      sql`${member.id} not in (select a.member_id from assignments a where a.bureau_id = ${reading.bureau} and a.grid_id = ${grid} and a.duty = ${duty} and ${heldThen(reading)})`,
      ...(reading.choice("anyKind") === true
        ? []
        : [
            sql`${member.kind} in (select h.member_kind from duty_holders h where h.bureau_id = ${reading.bureau} and h.duty = ${duty})`,
          ]),
      ...(search ? [finds(search, { texts: [member.name, member.badge], initials: member.nameInitials })] : []),
    ],
    " and ",
  );
}

/** Those of the grid's station first, then who holds the fewest seats. */
export function nearestFirst(member: MemberRow, reading: Reading): PageOrder {
  const station = sql`(select g.station_id from ${gridsThen(reading)} g where g.id = ${reading.arg("gridId", "uuid")!})`;
  return {
    terms: [
      {
        by: sql`case when ${isOfUnits(member.id, sql`(${subtreeOf(station, reading)})`, reading)} then 0 else 1 end`,
        type: "int",
      },
      { by: seatsHeldBy(member, reading), type: "int" },
      { by: sql`${member.name} collate "zh-x-icu"`, type: "text" },
    ],
    descending: false,
  };
}

/** Of all members it is looked up in one map of those who hold any; a part of them are counted by an index in less time than that takes. */
function seatsHeldBy(member: MemberRow, reading: Reading): Fragment {
  const inAll = reading.choice("anyKind") === true && !reading.arg("search", "text");
  if (!inAll)
    return sql`(select count(*)::int from assignments a where a.bureau_id = ${reading.bureau} and a.member_id = ${member.id} and ${heldThen(reading)})`;
  const held = reading.shareWhole(sql`
    select jsonb_object_agg(a.member_id, a.seats) as seats from (
      select a.member_id, count(*) as seats from assignments a where a.bureau_id = ${reading.bureau} and ${heldThen(reading)} group by a.member_id
    ) a`);
  return sql`coalesce(((select held.seats from ${held} held) ->> ${member.id}::text)::int, 0)`;
}

const heldThen = (reading: Reading): Fragment =>
  inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at);
