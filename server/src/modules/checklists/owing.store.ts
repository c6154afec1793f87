import type { PendingQuery, Row } from "postgres";
import type { Transaction } from "#kernel/command";
import type { Duty } from "#modules/grids";
import type { Ower } from "./content.rules.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;

/** Whose seats owe: by rows of the version, or as they are given before there is one. */
export const owersIn = ({ sql, bureauId }: Place, versionId: string): PendingQuery<Row[]> => sql`
  select duty, grid_kind, complexity from checklist_owers where bureau_id = ${bureauId} and version_id = ${versionId}`;

export const owersGiven = ({ sql }: Place, owers: readonly Ower[]): PendingQuery<Row[]> => sql`
  select * from jsonb_to_recordset(${sql.json(
    owers.map(({ duty, gridKind, complexity }) => ({ duty, grid_kind: gridKind, complexity })),
  )}) as given (duty text, grid_kind text, complexity text)`;

interface Owing {
  owers: PendingQuery<Row[]>;
  /** What grids are on that day. */
  on: string;
  /** Which seats there are: those that a standard asks for at that moment, and those that somebody holds. */
  at: Date;
  stationId: string | null;
}

/**
 * The seats that owe a run of the day, each once: a duty at an open grid, where the staffing standard asks for it or somebody holds it. A
 * vacant one owes it too, for nobody's work is to be seen. A station's grids are found by the station, whatever they are ordered by then.
 */
export const seatsOwing = ({ sql, bureauId }: Place, { owers, on, at, stationId }: Owing): PendingQuery<Row[]> => sql`
  select g.id as grid_id, g.code, f.station_id, f.level, o.duty
  from (
    select f.grid_id, f.station_id, f.level, f.kind, f.complexity from grid_facts f
    where f.bureau_id = ${bureauId} and f.starts_on <= ${on} and (f.ends_on is null or f.ends_on > ${on}) ${stationId ? sql`and f.station_id = ${stationId} offset 0` : sql``}
  ) f
  join grids g on g.bureau_id = ${bureauId} and g.id = f.grid_id and g.opened_on <= ${on} and (g.closed_on is null or g.closed_on > ${on})
  cross join (select distinct duty from (${owers}) each_duty) o
  where exists (
      select from (${owers}) named where named.duty = o.duty and (named.grid_kind is null or named.grid_kind = f.kind)
        and (named.complexity is null or named.complexity = f.complexity))
    and (exists (
      select from staffing_standards s where s.bureau_id = ${bureauId} and s.grid_kind = f.kind and s.complexity = f.complexity and s.duty = o.duty
        and s.at_least > 0 and s.starts_at <= ${at} and (s.ends_at is null or s.ends_at > ${at}))
    or exists (
      select from assignments a where a.bureau_id = ${bureauId} and a.grid_id = g.id and a.duty = o.duty
        and a.starts_at <= ${at} and (a.ends_at is null or a.ends_at > ${at})))`;

export interface Seat {
  gridId: string;
  duty: Duty;
  level: number;
}
