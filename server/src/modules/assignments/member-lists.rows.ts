import { type Fragment, inForce, type Reading, type RowOf, sql } from "#kernel/read";
import { laterMemberOrders, memberConditions, type memberRows } from "#modules/members";

type NumberOf = (member: RowOf<typeof memberRows>, reading: Reading) => Fragment;

const holds = ({ at }: Reading): Fragment => inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, at);

/** By an index for each member: there are hundreds of them, and one order at a time. */
const seats: NumberOf = (member, reading) => sql`(
  select count(*)::int from assignments a where a.bureau_id = ${reading.bureau} and a.member_id = ${member.id} and ${holds(reading)})`;

/** Of the grids at which they hold a seat. Looked up in one map of all who hold one: each grid is looked at once, for the page and its count. */
const ofGrids =
  (number: Fragment): NumberOf =>
  (member, reading) => {
    const map = reading.shareWhole(sql`
      select jsonb_object_agg(sums.member_id, sums.number) as numbers from (
        select held.member_id, ${number} as number
        from (
          select a.member_id, a.grid_id from assignments a where a.bureau_id = ${reading.bureau} and ${holds(reading)} group by a.member_id, a.grid_id
        ) held join grids g on g.bureau_id = ${reading.bureau} and g.id = held.grid_id
        group by held.member_id
      ) sums`);
    return sql`coalesce(((select map.numbers from ${map} map) ->> ${member.id}::text)::int, 0)`;
  };

const grids = ofGrids(sql`count(*)`);
const households = ofGrids(sql`coalesce(sum(g.households), 0)`);
const population = ofGrids(sql`coalesce(sum(g.population), 0)`);

for (const [name, number] of Object.entries({ seats, grids, households, population }))
  memberConditions.giveNumber(name, number);
for (const [order, by] of Object.entries({ LOAD: seats, GRIDS: grids, HOUSEHOLDS: households, POPULATION: population }))
  laterMemberOrders.give(order, (member, reading) => [{ by: by(member, reading), type: "int" }]);
