import { oneOfWords, parseUpperCode, textUpTo } from "./cell-parsers.ts";
import type { Columns } from "./column.ts";
import { ledgerColumns } from "./ledger-columns.ts";

export const evidenceWords = {
  CHOICE: ["选项", "选择", "是否", "判断", "Choice"],
  COUNT: ["计数", "次数", "数量", "数字", "户数", "人次", "Count"],
  TEXT: ["文字", "填写", "记录", "文本", "Text"],
  PHOTO: ["照片", "拍照", "图片", "Photo"],
  PLACE: ["地点", "位置", "Place"],
} as const;

export const requiredWords = {
  YES: ["是", "必填", "必查", "√", "Yes"],
  NO: ["否", "选填", "×", "No"],
} as const;

/** A list of what is looked at: the items of a checklist. */
export const checklistColumns = {
  stationName: {
    ...ledgerColumns.stationName,
    help: {
      "zh-CN": "派出所的名称或代码；不填时归入检查时选择的派出所，都没有则为全局的清单。",
      en: "Name or code of the station; when blank, the one chosen for the check, and without one the whole bureau's.",
    },
  },
  checklist: {
    title: { "zh-CN": "清单名称", en: "Checklist" },
    synonyms: ["检查清单", "清单", "检查表", "表名", "检查类别", "类别", "大项"],
    help: {
      "zh-CN": "不超过 50 个字；不填时以文件名为清单名称。一个文件可有几份清单。",
      en: "Up to 50 characters; the file's name when blank. A file may hold several.",
    },
    example: "示例清单",
    parse: textUpTo(50),
  },
  code: {
    title: { "zh-CN": "项目代码", en: "Item code" },
    synonyms: ["代码", "编码"],
    marksExample: true,
    help: { "zh-CN": "字母、数字、下划线；不填时自动编。", en: "Letters, digits, underscores; given out when blank." },
    example: "EXAMPLE",
    parse: parseUpperCode,
  },
  wording: {
    title: { "zh-CN": "检查内容", en: "Item" },
    synonyms: ["检查项目", "检查要点", "项目", "内容", "项目内容", "检查事项", "检查标准", "小项", "工作内容", "问题"],
    isRequired: true,
    help: { "zh-CN": "不超过 200 个字。", en: "Up to 200 characters." },
    example: "示例：灭火器在位",
    parse: textUpTo(200),
  },
  evidence: {
    title: { "zh-CN": "填写方式", en: "Answered by" },
    synonyms: ["填报方式", "检查方式", "答案类型", "类型", "方式"],
    help: {
      "zh-CN": "选项、计数、文字、照片、地点；不填为选项。",
      en: "Choice, count, text, photo or place; choice when blank.",
    },
    example: "选项",
    parse: oneOfWords(evidenceWords),
  },
  choices: {
    title: { "zh-CN": "选项", en: "Choices" },
    synonyms: ["可选项", "备选项", "检查结果", "结果选项"],
    help: {
      "zh-CN": "用顿号、逗号或斜线分开，2 至 20 个；不填为“符合、不符合”。",
      en: "2 to 20, with commas or slashes between; 符合 and 不符合 when blank.",
    },
    example: "符合、不符合",
    parse: textUpTo(400),
  },
  isRequired: {
    title: { "zh-CN": "是否必填", en: "Required" },
    synonyms: ["必填", "必查", "是否必查"],
    help: { "zh-CN": "是、否；不填为是。", en: "Yes or no; yes when blank." },
    example: "是",
    parse: oneOfWords(requiredWords),
  },
} satisfies Columns;
