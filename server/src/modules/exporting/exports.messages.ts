import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": {
    EXPORT_PREFLIGHT: "请求缺少 x-maple-export 头。",
    EXPORT_UNKNOWN: "没有这种导出。",
    EXPORT_VARIABLES: "筛选条件有误，无法导出。",
    EXPORT_COLUMN: "列“{title}”不在此列表中，无法导出。",
    EXPORT_COLUMNS: "请至少选一列，至多 {most} 列。",
    EXPORT_YES: "是",
    EXPORT_NO: "否",
    EXPORT_LIST_MARK: "、",
    EXPORT_CLAUSE_MARK: "；",
    EXPORT_TOO_MANY: "共 {count} 行，一次最多导出 {most} 行；请缩小筛选范围。",
  },
  en: {
    EXPORT_PREFLIGHT: "The request lacks the header x-maple-export.",
    EXPORT_UNKNOWN: "There is no such export.",
    EXPORT_VARIABLES: "The filter is not understood; nothing was exported.",
    EXPORT_COLUMN: "The column “{title}” is none of this list; nothing was exported.",
    EXPORT_COLUMNS: "Choose one column at least and {most} at most.",
    EXPORT_YES: "Yes",
    EXPORT_NO: "No",
    EXPORT_LIST_MARK: ", ",
    EXPORT_CLAUSE_MARK: "; ",
    EXPORT_TOO_MANY: "These are {count} rows; {most} at most are exported at once. Narrow the filter.",
  },
});
