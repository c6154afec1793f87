import { type Fragment, type Reading, sql } from "#kernel/read";
import { isAnsweredByViewer, isFirstReceiver, isForUnitOfViewer, isVacant, type ItemRow } from "./answering.rows.ts";
import type { MyWorkPart } from "./work.enums.ts";
import { isAssessor, isInCommand, isOpen, isToDecide, owedBy } from "./work.rows.ts";

export const isUpToViewer = (
  item: ItemRow,
  reading: Reading,
): Fragment => sql`(${isOpen(item)} and ${owedBy(item)} = 'ANSWERER'
  and (${isAnsweredByViewer(item, reading)} or ${isForUnitOfViewer(item, reading)}))`;

/** What waits for the caller, by why it does. */
const parts: Readonly<Record<MyWorkPart, (item: ItemRow, reading: Reading) => Fragment>> = {
  TO_RECEIVE: (item, reading) => sql`(${item.state} = 'ISSUED' and ${isUpToViewer(item, reading)})`,
  TO_DO: (item, reading) => sql`(${item.state} <> 'ISSUED' and ${isUpToViewer(item, reading)})`,
  TO_ASSESS: (item, reading) => sql`(${item.state} = 'SUBMITTED' and ${isAssessor(item, reading)})`,
  TO_DECIDE: isToDecide,
  DECLINED: (item, reading) =>
    sql`(${item.state} = 'DECLINED' and (${isInCommand(item, reading)} or ${isFirstReceiver(item, reading)}))`,
  VACANT: (item, reading) =>
    sql`(${isOpen(item)} and ${owedBy(item)} = 'ANSWERER' and ${isVacant(item, reading)} and ${isInCommand(item, reading)})`,
};

export function isMine(item: ItemRow, reading: Reading): Fragment {
  const part = reading.choice("part") as MyWorkPart | null | undefined;
  if (part) return parts[part](item, reading);
  return sql`(${isUpToViewer(item, reading)} or ${parts.TO_ASSESS(item, reading)} or ${parts.TO_DECIDE(item, reading)} or ${parts.DECLINED(item, reading)} or ${parts.VACANT(item, reading)})`;
}
