import type { workItems } from "@maple-bridge/drizzle/tables";
import { dayAt, type Fragment, type PageOrder, type Reading, type RowOf, sql } from "#kernel/read";
import { viewerMember } from "#modules/members";
import { fillableUntil, isAnsweredByViewer, isUpToViewer } from "#modules/work";

type ItemRow = RowOf<typeof workItems>;
type Part = (item: ItemRow, reading: Reading) => Fragment;

const startOf = (day: Fragment) => sql`((${day})::timestamp at time zone 'Asia/Shanghai')`;

/** A receipt is nobody's to accept: it waits to be disposed of. */
const isToReceive = ({ state, kind }: ItemRow) => sql`(${state} = 'ISSUED' or ${kind} = 'RECEIPT')`;

const isOverdue = ({ nextDueAt }: ItemRow, reading: Reading) => sql`coalesce(${nextDueAt} <= ${reading.now}, false)`;

/** What is due as a day ends is due at the next day's first moment. */
const isDue = (item: ItemRow, reading: Reading) => {
  const day = dayAt(reading.at);
  return sql`(not ${isOverdue(item, reading)} and coalesce(${item.nextDueAt} > ${startOf(sql`${day}`)}
    and ${item.nextDueAt} <= ${startOf(sql`${day} + 1`)}, false))`;
};

const isToDo: Part = (item, reading) => sql`(not ${isToReceive(item)} and ${isUpToViewer(item, reading)})`;

/** What is the caller's on the day: no item in two of them. */
export const parts = {
  toReceive: (item, reading) => sql`(${isToReceive(item)} and ${isUpToViewer(item, reading)})`,
  overdue: (item, reading) => sql`(${isOverdue(item, reading)} and ${isToDo(item, reading)})`,
  due: (item, reading) => sql`(${isDue(item, reading)} and ${isToDo(item, reading)})`,
  atHand: (item, reading) =>
    sql`(not ${isOverdue(item, reading)} and not ${isDue(item, reading)} and ${isToDo(item, reading)})`,
  missed: (item, reading) =>
    sql`(${item.missedAt} is not null and ${item.state} = 'MISSED' and ${fillableUntil(item)} > ${reading.now} and ${isAnsweredByViewer(item, reading)})`,
  sent: (item, reading) => sql`(${item.state} = 'SUBMITTED' and ${item.submittedBy} = ${viewerMember(reading)})`,
} satisfies Record<string, Part>;

export const firstDue = ({ nextDueAt }: ItemRow): PageOrder => ({
  terms: [{ by: sql`coalesce(${nextDueAt}, 'infinity')`, type: "timestamptz" }],
});

/** What can be filled in for the shortest time comes first. */
export const firstOver = (item: ItemRow): PageOrder => ({
  terms: [{ by: sql`coalesce(${fillableUntil(item)}, 'infinity')`, type: "timestamptz" }],
});

export const lastSent = ({ stateSince }: ItemRow): PageOrder => ({
  terms: [{ by: stateSince, type: "timestamptz" }],
  descending: true,
});
