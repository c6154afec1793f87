import type { Transaction } from "#kernel/command";

export interface Stood {
  number: string;
  count: number;
}

interface Seated {
  gridId: string;
  duty: string;
  memberId: string;
  createdAt: Date;
}

/** Items of the seat of which the holder has taken a step since the assignment was made. */
export async function workDoneAt({ sql, bureauId }: Transaction, { gridId, duty, memberId, createdAt }: Seated) {
  const [stood] = await sql<Stood[]>`
    select i.number, (count(*) over ())::int as count from (
      select distinct e.item_id from work_events e
      where e.bureau_id = ${bureauId} and e.actor_member_id = ${memberId} and e.at >= ${createdAt} and e.grid_id = ${gridId} and e.duty = ${duty}
    ) e join work_items i on i.bureau_id = ${bureauId} and i.id = e.item_id order by i.number limit 1`;
  return stood;
}

/** Items of which a stand-in has taken a step for the member since the absence was recorded. */
export async function workDoneFor(
  { sql, bureauId }: Transaction,
  { memberId, substituteId, createdAt }: { memberId: string; substituteId: string | null; createdAt: Date },
) {
  if (!substituteId) return undefined;
  const [stood] = await sql<Stood[]>`
    select i.number, (count(*) over ())::int as count from (
      select distinct e.item_id from work_events e
      where e.bureau_id = ${bureauId} and e.on_behalf_of_id = ${memberId} and e.actor_member_id is not null and e.at >= ${createdAt}
    ) e join work_items i on i.bureau_id = ${bureauId} and i.id = e.item_id order by i.number limit 1`;
  return stood;
}
