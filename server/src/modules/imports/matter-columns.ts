import { oneOfWords, parseDate, proseUpTo, textUpTo } from "./cell-parsers.ts";
import type { Columns } from "./column.ts";
import { ledgerColumns, ofMatters } from "./ledger-columns.ts";
import { matterKindWords } from "./ledger-words.ts";

const { number, stationName, grid, urgency, receiver, status, endedOn, result } = ledgerColumns;
const { foundOn, address, source, title, description, method } = ofMatters;

const category = {
  title: { "zh-CN": "类别", en: "Category" },
  synonyms: [
    "类型",
    "事项类别",
    "事项类型",
    "矛盾类型",
    "矛盾类别",
    "纠纷类型",
    "纠纷类别",
    "矛盾纠纷类型",
    "矛盾纠纷类别",
    "隐患类型",
    "隐患类别",
    "异常类型",
  ],
  help: {
    "zh-CN": "类别的名称。没有的名称会逐一询问：是已有的哪一类，还是新建。不填为“其他”。",
    en: "Name of the category. Names that are not there are asked about: which one is meant, or a new one. 其他 when blank.",
  },
  example: "邻里",
  parse: textUpTo(30),
};

/** In the order of the usual ledger, by which exports go too. */
const matter = {
  number,
  foundOn,
  category,
  stationName,
  grid,
  address,
  title,
  description,
  source,
  urgency,
  receiver,
  status,
  endedOn,
  method,
  result,
};

export const disputeColumns = matter satisfies Columns;

export const hazardColumns = {
  ...matter,
  requirement: {
    title: { "zh-CN": "整改要求", en: "To be done" },
    synonyms: ["整改措施", "整改要求和建议", "整改意见", "防范措施", "对策与措施"],
    help: { "zh-CN": "不超过 400 个字。", en: "Up to 400 characters." },
    example: "",
    parse: proseUpTo(400),
  },
  dueOn: {
    title: { "zh-CN": "整改期限", en: "Rectify by" },
    synonyms: ["整改时限", "完成时限", "限期", "整改截止日期", "期限"],
    help: {
      "zh-CN": "日期。已过的期限写入简况，另按时限规则从导入时起算。",
      en: "A day. One that is past is kept in the description; the rule's time counts from the import.",
    },
    example: "",
    parse: parseDate,
  },
} satisfies Columns;

export const matterColumns = {
  kind: {
    title: { "zh-CN": "事项种类", en: "Kind" },
    synonyms: ["种类", "事项性质", "事件类型", "大类", "一级分类"],
    isRequired: true,
    help: { "zh-CN": "警情、矛盾纠纷、隐患、求助服务。", en: "Incident, dispute, hazard or service." },
    example: "矛盾纠纷",
    parse: oneOfWords(matterKindWords),
  },
  ...matter,
} satisfies Columns;
