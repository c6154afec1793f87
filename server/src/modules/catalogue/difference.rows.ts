import { query, sql } from "#kernel/read";
import { linesAt } from "./line.rows.ts";

/** Of each station that was given a catalogue by the moment asked about: where it and its last model differ then. */
export const dutyDifferences = query(
  "duty_differences",
  {
    stationId: "not null",
    kind: "not null",
    owner: "not null",
    code: "not null",
    modelLineId: "null",
    ownLineId: "null",
    place: "not null",
  },
  (reading) => sql`
  select given.station_id, differing.* from (
    select distinct on (c.station_id) c.station_id, c.model_id from duty_catalogue_copies c
    where c.bureau_id = ${reading.bureau} and c.copied_at <= ${reading.at} order by c.station_id, c.copied_at desc, c.id desc
  ) given
  cross join lateral (
    select case when own.id is null then 'MISSING' when model.id is null then 'ADDED' else 'CHANGED' end as kind,
      coalesce(model.owner, own.owner) as owner, coalesce(model.code, own.code) as code, model.id as model_line_id, own.id as own_line_id,
      coalesce(model.position, own.position) as place
    from ${linesAt(sql`given.model_id`, reading)} model
    full join ${linesAt(sql`given.station_id`, reading)} own on own.owner = model.owner and own.code = model.code
    where (own.title, own.text, own.serves) is distinct from (model.title, model.text, model.serves)
  ) differing`,
);
