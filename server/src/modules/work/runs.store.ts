import type { Transaction } from "#kernel/command";
import { type DueItem, withGround } from "./ticks.store.ts";
import { openStates } from "./work-actions.rules.ts";
import { itemColumns, type WorkItemRow } from "./work.store.ts";

/** Some open runs of a checklist, or of a grid, that nothing open follows from. */
export async function holdOpenRuns(
  tx: Transaction,
  { templateId, gridId }: { templateId: string; gridId?: never } | { gridId: string; templateId?: never },
  most: number,
): Promise<DueItem[]> {
  const { sql, bureauId } = tx;
  const items = await sql<WorkItemRow[]>`
    select ${sql(itemColumns)} from work_items i
    where bureau_id = ${bureauId} and kind = 'RUN' and ${templateId ? sql`template_id = ${templateId}` : sql`grid_id = ${gridId!}`} and state = any(${[...openStates]}) and not exists (
      select from work_items follows where follows.bureau_id = i.bureau_id and follows.parent_id = i.id and follows.state = any(${[...openStates]}))
    order by id limit ${most} for no key update of i`;
  return items.length === 0 ? [] : withGround(tx, items);
}

/** What was missed of a checklist is not filled in any more. */
export const endLateFilling = ({ sql, bureauId }: Transaction, templateId: string) => sql`
  update work_items set late_days = 0, version = version + 1
  where bureau_id = ${bureauId} and kind = 'RUN' and template_id = ${templateId} and state = 'MISSED' and late_days > 0`;
