import { readDay } from "#kernel/written-day";
import { parseEnd } from "./cell-parsers.ts";
import { titleKey } from "./column.ts";
import type { Mapping } from "./columns.ts";
import type { SheetToPlan } from "./read-cells.ts";
import type { RowError } from "./row-error.ts";

const endTitle =
  /(离任|卸任|免职|离职|离岗|退休|退出|调离|调出|截止|截至|终止|结束|到期)(日期|时间|年月|日)?$|^(止|任期至)$/;
/** Of contracts, papers and figures: no post ends with them. */
const otherEnd = /合同|协议|试用|证|统计|数据|保险/;
const statusTitle = /(任职|在职|在岗|在任|人员|岗位)?(状态|情况)$|是否在(职|岗|任)/;
const endedStatus = /离任|离职|离岗|卸任|免职|调离|调出|退休|辞职|辞退|解聘|终止|结束|^(否|不在岗|不在职|n|no|×)$/i;

/**
 * Rows that say somebody has ended, in a column that is not imported: such a row would come in as one of today. Each is refused, at
 * that column.
 */
export function unreadEnds(sheet: SheetToPlan, mapping: Mapping, today: string): RowError[] {
  const titles = sheet.header.map((title, column) => ({ column, title, key: titleKey(title) }));
  const unread = titles.filter(({ column, key }) => mapping[column] === undefined && !otherEnd.test(key));
  const ends = unread.filter(({ key }) => endTitle.test(key));
  const statuses = unread.filter(({ key }) => !endTitle.test(key) && statusTitle.test(key));
  return sheet.rows.flatMap(({ number, cells }) => {
    const saying = [
      ...ends.filter(({ column }) => hasEnded(cells[column] ?? "", today)),
      ...statuses.filter(({ column }) => endedStatus.test(cells[column] ?? "")),
    ];
    return saying.map(({ column, title }): RowError => ({
      row: number,
      column: title,
      value: cells[column]!,
      code: "ROW_END_NOT_READ",
    }));
  });
}

/** A day to come ends nothing yet; what is no day may mean anything but that it goes on. */
function hasEnded(text: string, today: string): boolean {
  if (text === "") return false;
  const parsed = parseEnd(text);
  if ("value" in parsed && parsed.value === undefined) return false;
  const day = "value" in parsed ? parsed.value : readDay(text);
  return day === undefined || day <= today;
}
