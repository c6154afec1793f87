import { Field, Int, ObjectType } from "type-graphql";
import { column, From, inForce, onlyBy, query, sql } from "#kernel/read";

/** Per member by an index, because it is asked for a page of members more than for all. */
export const loads = query(
  "loads",
  { memberId: "not null", seats: "not null", grids: "not null", households: "not null", population: "not null" },
  (reading) => sql`
  select m.id as member_id, held.* from members m
  cross join lateral (
    select coalesce(sum(h.seats), 0)::int as seats, count(g.id)::int as grids, coalesce(sum(g.households), 0)::int as households, coalesce(sum(g.population), 0)::int as population
    from (
      select a.grid_id, count(*) as seats from assignments a
      where a.bureau_id = ${reading.bureau} and a.member_id = m.id and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)}
      group by a.grid_id
    ) h join grids g on g.bureau_id = ${reading.bureau} and g.id = h.grid_id
  ) held
  where m.bureau_id = ${reading.bureau}`,
);

@ObjectType({ description: "What a member answers for at a moment 负荷, over the whole bureau." })
@From(loads, { visibleTo: onlyBy("Member.load") })
export class MemberLoad {
  @Field(() => Int, { description: "Seats held." }) @column(loads.seats) seats!: number;
  @Field(() => Int, { description: "Grids with a seat held." }) @column(loads.grids) grids!: number;
  @Field(() => Int, { description: "Households 户数 of these grids, as last counted." })
  @column(loads.households)
  households!: number;
  @Field(() => Int, { description: "Population 人口 of these grids, as last counted." })
  @column(loads.population)
  population!: number;
}
