import { oneOfWords, parseDate, proseUpTo, textUpTo } from "./cell-parsers.ts";
import type { Columns } from "./column.ts";
import { ledgerColumns } from "./ledger-columns.ts";
import { dutyWords } from "./words.ts";

const { number, stationName, grid, urgency, status, endedOn, result, receiver } = ledgerColumns;

export const taskColumns = {
  number,
  issuedOn: {
    title: { "zh-CN": "下达日期", en: "Issued on" },
    synonyms: ["布置日期", "布置时间", "下达时间", "交办日期", "交办时间", "登记日期", "任务日期", "开始日期", "日期"],
    help: { "zh-CN": "如 2026-03-05、2026.3.5、2026年3月5日。", en: "For example 2026-03-05." },
    example: "2026-01-05",
    parse: parseDate,
  },
  title: {
    title: { "zh-CN": "任务", en: "Task" },
    synonyms: ["工作任务", "任务名称", "任务内容", "工作事项", "事项", "标题", "问题事项", "重点任务", "工作内容"],
    isRequired: true,
    help: {
      "zh-CN": "不超过 300 个字；超过 100 个字的，全文写入要求。",
      en: "Up to 300 characters; of more than 100 all stands in the instructions.",
    },
    example: "示例：更换巡逻牌",
    parse: textUpTo(300),
  },
  instructions: {
    title: { "zh-CN": "要求", en: "Instructions" },
    synonyms: ["工作要求", "任务要求", "具体要求", "工作措施", "具体措施", "说明", "任务说明"],
    help: { "zh-CN": "不超过 1500 个字。", en: "Up to 1,500 characters." },
    example: "",
    parse: proseUpTo(1_500),
  },
  stationName,
  unitName: {
    title: { "zh-CN": "责任单位", en: "Unit" },
    synonyms: ["牵头单位", "责任部门", "承办单位", "主责单位"],
    help: {
      "zh-CN": "单位的名称或代码；责任人、网格都不填时，任务下达给它。",
      en: "Name or code of the unit: it is tasked where neither a member nor a grid is given.",
    },
    example: "",
    parse: textUpTo(60),
  },
  receiver: {
    ...receiver,
    title: { "zh-CN": "责任人", en: "Member" },
    synonyms: [...receiver.synonyms, "责任民警", "责任人员", "负责人员", "完成人", "执行人", "落实人"],
    help: {
      "zh-CN": "警号或姓名，姓名在该派出所内须唯一。",
      en: "Badge or name, the name unique within the station.",
    },
  },
  grid,
  duty: {
    title: { "zh-CN": "岗位", en: "Seat" },
    synonyms: ["职务", "责任岗位", "网格职务", "网格岗位"],
    help: {
      "zh-CN": "与网格一起：责任民警、驻村辅警、调解员、治保主任、网格员。不填为责任民警。",
      en: "With a grid: whose seat there; the responsible officer's when blank.",
    },
    example: "责任民警",
    parse: oneOfWords(dutyWords),
  },
  urgency,
  dueOn: {
    title: { "zh-CN": "完成时限", en: "Due on" },
    synonyms: ["时限", "期限", "完成期限", "截止日期", "截止时间", "要求完成时间", "要求完成日期", "计划完成时间"],
    help: {
      "zh-CN": "日期。“立即”“长期”“每周五”等不是日期，会列出来请您改写。已过的期限写入要求，另按时限规则从导入时起算。",
      en: "A day; words such as “at once” or “always” are no day and are told. One that is past is kept in the instructions.",
    },
    example: "",
    parse: parseDate,
  },
  status,
  endedOn,
  result,
} satisfies Columns;
