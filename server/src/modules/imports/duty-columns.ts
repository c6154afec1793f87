import { oneOfWords, parseUpperCode, proseUpTo, textUpTo } from "./cell-parsers.ts";
import type { Columns } from "./column.ts";
import { ledgerColumns } from "./ledger-columns.ts";
import { dutyWords, gridKindWords } from "./words.ts";

export const dutyUnitWords = {
  STATION: ["派出所", "Station"],
  COMMAND_ROOM: ["综合指挥室", "指挥室", "综合室", "Command room"],
  DESK: ["专班", "岗组", "Desk"],
  POLICE_ROOM: ["警务室", "社区警务室", "Police room"],
} as const;

/** A list of what a post answers for: lines of the duty catalogue. */
export const dutyColumns = {
  stationName: {
    ...ledgerColumns.stationName,
    help: {
      "zh-CN": "派出所的名称或代码；不填时归入检查时选择的派出所，都没有则为全局的职责。",
      en: "Name or code of the station; when blank, the one chosen for the check, and without one the whole bureau's.",
    },
  },
  owner: {
    title: { "zh-CN": "岗位", en: "Post" },
    synonyms: ["职务", "责任岗位", "岗位名称", "责任主体", "岗位类别", "人员类别", "责任部门", "部门", "机构"],
    isRequired: true,
    help: {
      "zh-CN": "责任民警、驻村辅警、调解员、治保主任、网格员，或派出所、综合指挥室、专班、警务室。",
      en: "Responsible officer, auxiliary, mediator, security director, grid worker; or station, command room, desk, police room.",
    },
    example: "驻村辅警",
    parse: oneOfWords({ ...dutyWords, ...dutyUnitWords }),
  },
  gridKind: {
    title: { "zh-CN": "网格类型", en: "Grid kind" },
    synonyms: ["网格类别", "适用网格"],
    help: { "zh-CN": "只适用于一类网格时填写。", en: "Where it is for grids of one kind only." },
    example: "村",
    parse: oneOfWords(gridKindWords),
  },
  code: {
    title: { "zh-CN": "职责代码", en: "Line code" },
    synonyms: ["代码", "条目代码", "编码"],
    marksExample: true,
    help: {
      "zh-CN": "字母、数字、连字符，不超过 30 位；凭它认出已有的条目。不填时按职责名称认出。",
      en: "Letters, digits, hyphens, 30 at most: by it a line is known again; by its title when blank.",
    },
    example: "EXAMPLE",
    parse: parseUpperCode,
  },
  title: {
    title: { "zh-CN": "职责", en: "Duty line" },
    synonyms: ["职责名称", "工作职责", "职责任务", "条目", "职责条目", "职责清单", "责任事项", "责任", "工作任务"],
    isRequired: true,
    help: {
      "zh-CN": "超过 60 个字的，全文写入职责内容。",
      en: "Of more than 60 characters all stands in the text.",
    },
    example: "示例：法律政策宣传",
    parse: textUpTo(400),
  },
  text: {
    title: { "zh-CN": "职责内容", en: "Text" },
    synonyms: ["内容", "具体内容", "具体职责", "工作内容", "工作要求", "说明", "标准", "工作标准"],
    help: { "zh-CN": "不超过 500 个字。", en: "Up to 500 characters." },
    example: "",
    parse: proseUpTo(500),
  },
} satisfies Columns;
