import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { closingDivision, closingUnit, movingUnit, named } from "#modules/organisation";

interface NamedRow {
  name: string;
}

const gridsAndFacts = ({ sql }: Pick<Transaction, "sql">) =>
  sql`grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id`;

/** What is of the station or police room on the day or later. */
closingUnit.answeredBy(async (tx, { unit, on }) => {
  const { sql, bureauId } = tx;
  const grids = named(
    await sql<NamedRow[]>`
      select f.name from ${gridsAndFacts(tx)}
      where g.bureau_id = ${bureauId} and (f.station_id = ${unit.id} or f.police_room_id = ${unit.id})
        and (f.ends_on is null or f.ends_on > ${on}) and (g.closed_on is null or g.closed_on > greatest(${on}::date, f.starts_on))
      order by g.code, f.starts_on`,
  );
  return grids.count > 0 ? [{ path: ["input", "on"], code: "UNIT_HAS_GRIDS", params: { ...grids } }] : [];
});

/** What is or will be of a police room in that part of the tree, and of a station that would not stand above it. */
movingUnit.answeredBy(async (tx, { unit, stationIds }) => {
  const { sql, bureauId, now } = tx;
  const grids = named(
    await sql<NamedRow[]>`
      with recursive below as (
        select ${unit.id}::uuid as id
        union all
        select u.id from units u join below on u.parent_id = below.id where u.bureau_id = ${bureauId}
      )
      select f.name from ${gridsAndFacts(tx)} join below on below.id = f.police_room_id
      where g.bureau_id = ${bureauId} and g.closed_on is null and f.station_id <> all(${[...stationIds]}::uuid[])
        and (f.ends_on is null or f.ends_on > ${dayOf(now)})
      order by g.code, f.starts_on`,
  );
  return grids.count > 0
    ? [{ path: ["input", "parentId"], code: "UNIT_GRIDS_STAY", params: { names: grids.names } }]
    : [];
});

closingDivision.answeredBy(async (tx, { division, on }) => {
  const { sql, bureauId } = tx;
  const grids = named(
    await sql<NamedRow[]>`
      select f.name from ${gridsAndFacts(tx)} and f.starts_on <= ${on} and (f.ends_on is null or f.ends_on > ${on})
      where g.bureau_id = ${bureauId} and g.division_id = ${division.id} and (g.closed_on is null or g.closed_on > ${on}) order by g.code`,
  );
  return grids.count > 0 ? [{ path: ["input", "on"], code: "DIVISION_HAS_GRIDS", params: { ...grids } }] : [];
});
