import type { calendarRevisions } from "@maple-bridge/drizzle/tables";
import { everything, nothing, query, raw, type Reading, type RowOf, sql } from "#kernel/read";
import { mayManageCalendar } from "./calendar.policy.ts";

/** What is published is everyone's; drafts are seen by who may make them. */
export const isInSight = ({ state }: Pick<RowOf<typeof calendarRevisions>, "state">, reading: Reading) =>
  sql`(${state} = 'PUBLISHED' or ${reading.caller.reach(mayManageCalendar.roles) === "all" ? everything : nothing})`;

/** The published revision that the one under the alias takes the place of: null for the first. */
const baseOf = (revision: Pick<RowOf<typeof calendarRevisions>, "bureauId" | "number">) =>
  sql`(select p.id from calendar_revisions p where p.bureau_id = ${revision.bureauId} and p.state = 'PUBLISHED'
    and p.number < ${revision.number} order by p.number desc limit 1)`;

export const isInForce = (revision: RowOf<typeof calendarRevisions>, { bureau }: Reading) =>
  sql`${revision.id} = (select l.id from calendar_revisions l where l.bureau_id = ${bureau} and l.state = 'PUBLISHED' order by l.number desc limit 1)`;

const revision = { bureauId: raw("r.bureau_id"), number: raw("r.number") };

/** The days on which a revision differs from the published one before it. */
export const calendarChanges = query(
  "calendar_changes",
  {
    id: "not null",
    revisionId: "not null",
    day: "not null",
    before: "null",
    after: "null",
    nameBefore: "null",
    nameAfter: "null",
  },
  (reading) => sql`
  select md5(r.id::text || c.day::text)::uuid as id, r.id as revision_id, c.* from calendar_revisions r
  cross join lateral (
    select coalesce(n.day, o.day) as day, o.opening as before, n.opening as after, o.name as name_before, n.name as name_after
    from (select d.day, d.opening, d.name from calendar_days d where d.bureau_id = r.bureau_id and d.revision_id = r.id) n
    full join (select d.day, d.opening, d.name from calendar_days d where d.bureau_id = r.bureau_id and d.revision_id = ${baseOf(revision)}) o
      on o.day = n.day
    where (n.opening, n.name) is distinct from (o.opening, o.name)) c
  where r.bureau_id = ${reading.bureau}`,
);
