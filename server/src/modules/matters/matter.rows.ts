import { type Fragment, type Reading, sql } from "#kernel/read";
import { isAnsweredByViewer, isItemOpen } from "#modules/work";
import type { MatterFields } from "./matter-sight.rows.ts";

export const stateOf = ({ outcome }: MatterFields): Fragment => sql`coalesce(${outcome}, 'OPEN')`;

export const isOpen = ({ outcome }: MatterFields): Fragment => sql`${outcome} is null`;

/** Open, and nothing but receipts is owed any more. */
export const maySettle = (matter: MatterFields, reading: Reading): Fragment => sql`(${isOpen(matter)} and not exists (
  select from work_items owed where owed.bureau_id = ${reading.bureau} and owed.matter_id = ${matter.id} and owed.kind <> 'RECEIPT'
    and ${isItemOpen({ state: sql`owed.state` })}))`;

/** Whether the caller is the mediator at the matter's grid, or stands in. */
export const isMediator = ({ gridId }: Pick<MatterFields, "gridId">, reading: Reading): Fragment =>
  sql`coalesce(${isAnsweredByViewer({ gridId, duty: sql`'MEDIATOR'::text`, memberId: sql`null::uuid` }, reading)}, false)`;
