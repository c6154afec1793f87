import type { Locale } from "#kernel/messages";
import type { Localized } from "./column.ts";

/** What the rows of a table are called, for who is told of them; of others it is said that they are other records. */
const words: Record<string, Localized> = {
  absences: { "zh-CN": "离岗", en: "absences" },
  accounts: { "zh-CN": "账号", en: "accounts" },
  assignments: { "zh-CN": "任职", en: "assignments" },
  checklist_batches: { "zh-CN": "检查任务", en: "runs of checklists" },
  checklist_templates: { "zh-CN": "检查清单", en: "checklists" },
  divisions: { "zh-CN": "行政区划", en: "divisions" },
  duty_lines: { "zh-CN": "职责", en: "duties" },
  grid_facts: { "zh-CN": "网格", en: "grids" },
  grids: { "zh-CN": "网格", en: "grids" },
  matter_categories: { "zh-CN": "事项类别", en: "categories of matters" },
  matters: { "zh-CN": "事项", en: "matters" },
  member_units: { "zh-CN": "人员", en: "members" },
  members: { "zh-CN": "人员", en: "members" },
  rechecks: { "zh-CN": "复核", en: "rechecks" },
  role_grants: { "zh-CN": "账号的角色", en: "roles of accounts" },
  staffing_standards: { "zh-CN": "定编标准", en: "standards" },
  units: { "zh-CN": "单位", en: "units" },
  week_reviews: { "zh-CN": "签阅的周表", en: "signed weeks" },
  work_items: { "zh-CN": "工作事项", en: "work items" },
};

const others: Localized = { "zh-CN": "其他记录", en: "other records" };

export const whatIs = (table: string, locale: Locale) => (words[table] ?? others)[locale];

export const mostNamed = 5;

/** As the end of a sentence: so many of them by name, and whether there are more. */
export function namesTold(names: readonly string[], locale: Locale): string {
  if (names.length === 0) return "";
  const first = names.slice(0, mostNamed);
  const isMore = names.length > mostNamed;
  return locale === "zh-CN"
    ? `：${first.join("、")}${isMore ? "等" : ""}`
    : `: ${first.join(", ")}${isMore ? " and others" : ""}`;
}
