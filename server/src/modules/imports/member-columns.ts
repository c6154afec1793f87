import {
  oneOfWords,
  parseBadge,
  parseCodes,
  parseDate,
  parseEnd,
  parsePersonName,
  parsePhone,
  textUpTo,
} from "./cell-parsers.ts";
import type { Columns } from "./column.ts";
import { dutyWords, memberKindWords } from "./words.ts";

export const memberColumns = {
  badge: {
    title: { "zh-CN": "警号/编号", en: "Badge" },
    synonyms: ["警号", "编号", "警号编号", "工号", "人员编号", "辅警编号", "警员编号", "Badge number"],
    isRequired: true,
    isCode: true,
    help: {
      "zh-CN": "本局内唯一，不区分大小写，不填身份证号。一人负责多个网格时可写多行，每行警号、姓名相同。",
      en: "Unique in the bureau in whatever case, never an identity number. One member may take several rows with the same badge and name.",
    },
    example: "EXAMPLE-01",
    parse: parseBadge,
  },
  name: {
    title: { "zh-CN": "姓名", en: "Name" },
    synonyms: ["人员姓名", "名字"],
    isRequired: true,
    help: { "zh-CN": "不超过 40 个字。", en: "Up to 40 characters." },
    example: "示例甲",
    parse: parsePersonName(40),
  },
  kind: {
    title: { "zh-CN": "人员类别", en: "Member kind" },
    synonyms: ["人员类型", "人员性质", "类别", "类型", "身份"],
    help: {
      "zh-CN": "民警、辅警、调解员、治保主任、网格员、义警、律师。填了职务时可不填。",
      en: "Officer, auxiliary, mediator, security director, grid worker, volunteer or lawyer. May be blank when the duty is given.",
    },
    example: "辅警",
    parse: oneOfWords(memberKindWords),
  },
  unitName: {
    title: { "zh-CN": "所属单位", en: "Unit" },
    synonyms: ["单位", "单位名称", "所在单位", "工作单位", "派出所", "所属派出所", "所在派出所"],
    help: { "zh-CN": "单位的名称或代码。", en: "Name or code of the unit." },
    example: "示例派出所",
    parse: textUpTo(60),
  },
  phone: {
    title: { "zh-CN": "电话", en: "Phone" },
    synonyms: ["联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式"],
    isCode: true,
    help: {
      "zh-CN": "11 位手机号，或带区号的固定电话，可带分机号；只填一个。",
      en: "One mobile number of 11 digits, or landline with its area code and perhaps an extension.",
    },
    example: "0999-8000000",
    parse: parsePhone,
  },
  gridCode: {
    title: { "zh-CN": "网格编码", en: "Grid code" },
    synonyms: ["网格代码", "网格编号", "负责网格", "责任网格", "包保网格", "Grid codes"],
    isCode: true,
    help: {
      "zh-CN": "负责的网格，以文本格式填写；多个编码用顿号、逗号、分号或空格分开。不任职的人员不填。",
      en: "The grids answered for, stored as text; several separated by a comma, semicolon or space. Blank for who holds no seat.",
    },
    example: "999999001201",
    parse: parseCodes,
  },
  duty: {
    title: { "zh-CN": "职务", en: "Duty" },
    synonyms: ["网格职务", "岗位", "岗位职务", "任职"],
    help: {
      "zh-CN": "责任民警、驻村辅警、调解员、治保主任、网格员。不填时按人员类别确定。",
      en: "Responsible officer, auxiliary, mediator, security director or grid worker. When blank, it follows from the kind.",
    },
    example: "驻村辅警",
    parse: oneOfWords(dutyWords),
  },
  from: {
    title: { "zh-CN": "起始日期", en: "From" },
    synonyms: ["任职日期", "任职时间", "开始日期", "起始时间", "起始任职日期", "任职开始日期", "上任日期", "Since"],
    help: { "zh-CN": "如 2026-03-05、2026.3.5、2026年3月5日。", en: "For example 2026-03-05." },
    example: "2026-01-01",
    parse: parseDate,
  },
  to: {
    title: { "zh-CN": "截止日期", en: "To" },
    synonyms: [
      "结束日期",
      "结束时间",
      "截止时间",
      "终止日期",
      "离任日期",
      "离任时间",
      "卸任日期",
      "卸任时间",
      "免职日期",
      "免职时间",
      "任职截止",
      "任职截止日期",
      "任职结束日期",
      "任期截止",
      "Until",
      "End date",
    ],
    help: {
      "zh-CN": "当天起不再任职，须已填起始日期；现任的不填。",
      en: "The first day no longer in the post; needs the day it began. Blank for who holds it now.",
    },
    example: "",
    parse: parseEnd,
  },
  concurrentPost: {
    title: { "zh-CN": "兼任", en: "Concurrent post" },
    synonyms: ["兼任职务", "村内兼职", "村委兼职"],
    help: {
      "zh-CN": "在村（居）委会兼任的职务，可不填。",
      en: "A post held in the village committee too; may be blank.",
    },
    example: "",
    parse: textUpTo(60),
  },
} satisfies Columns;
