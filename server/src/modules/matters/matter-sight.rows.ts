import { matters, workItems } from "@maple-bridge/drizzle/tables";
import { everything, type Fragment, inReach, type Reading, type RowOf, rowUnder, sql } from "#kernel/read";
import { isAnsweredByViewer, isForUnitOfViewer } from "#modules/work";

export type MatterFields = RowOf<typeof matters>;
type Placed = Pick<MatterFields, "id" | "stationId">;

/** Matters of stations in reach, and those of which the caller answers for some work. A partner sees its order and never the matter. */
export function isMatterInSight({ id, stationId }: Placed, reading: Reading): Fragment {
  const station = inReach(reading, stationId);
  if (station === everything) return everything;
  const item = rowUnder(workItems, "letting_in");
  return sql`(${station} or exists (
    select from work_items letting_in where letting_in.bureau_id = ${reading.bureau} and letting_in.matter_id = ${id} and ${isOwnWork(item, reading)}
      and (${isAnsweredByViewer(item, reading)} or ${isForUnitOfViewer(item, reading)})))`;
}

/** Work of the police itself: not of a partner, and not the supervision of it. */
const isOwnWork = ({ orderKind, unitId }: RowOf<typeof workItems>, reading: Reading): Fragment => sql`(
  coalesce(${orderKind} not in ('LINKAGE', 'SUPERVISION'), true) and not exists (
    select from units partner where partner.bureau_id = ${reading.bureau} and partner.id = ${unitId} and partner.kind = 'PARTNER'))`;

/** What hangs on a matter is seen with it. */
export function isMatterIdInSight(matterId: Fragment, reading: Reading): Fragment {
  if (reading.caller.reach() === "all") return everything;
  const sight = isMatterInSight(rowUnder(matters, "seen_matter"), reading);
  return sql`exists (select from matters seen_matter where seen_matter.bureau_id = ${reading.bureau} and seen_matter.id = ${matterId} and ${sight})`;
}
