import type { Locale } from "#kernel/messages";
import type { Localized } from "./column.ts";

/** What the rows of a table are called, for who is told of them; of others it is said that they are other records. */
const words: Record<string, Localized> = {
  absences: { "zh-CN": "离岗", en: "absences" },
  accounts: { "zh-CN": "账号", en: "accounts" },
  assignments: { "zh-CN": "任职", en: "assignments" },
  checklist_templates: { "zh-CN": "检查清单", en: "checklists" },
  divisions: { "zh-CN": "行政区划", en: "divisions" },
  duty_lines: { "zh-CN": "职责", en: "duties" },
  grid_facts: { "zh-CN": "网格", en: "grids" },
  grids: { "zh-CN": "网格", en: "grids" },
  matters: { "zh-CN": "事项", en: "matters" },
  member_units: { "zh-CN": "人员", en: "members" },
  members: { "zh-CN": "人员", en: "members" },
  role_grants: { "zh-CN": "角色", en: "roles" },
  units: { "zh-CN": "单位", en: "units" },
  work_items: { "zh-CN": "工作事项", en: "work items" },
};

const others: Localized = { "zh-CN": "其他记录", en: "other records" };

export const whatIs = (table: string, locale: Locale) => (words[table] ?? others)[locale];
