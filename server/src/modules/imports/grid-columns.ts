import { digitsOf, oneOfWords, parseCode, parseDate, textUpTo, wholeNumber } from "./cell-parsers.ts";
import type { Columns } from "./column.ts";
import { complexityWords, gridKindWords } from "./words.ts";

export const gridColumns = {
  code: {
    title: { "zh-CN": "网格编码", en: "Grid code" },
    synonyms: ["网格代码", "网格编号", "编码", "编号", "代码"],
    isCode: true,
    marksExample: true,
    help: {
      "zh-CN":
        "12 至 20 位数字，或含字母、连字符的编码，以文本格式填写；文件内不得重复。新网格必填；已有的网格不填时，按派出所内唯一的名称查找。",
      en: "12 to 20 digits, or a code with letters and hyphens, stored as text; unique in the file. A new grid needs one; one that is there is found by its name where that is the only one of the station.",
    },
    example: "999999001201",
    parse: parseCode,
  },
  name: {
    title: { "zh-CN": "网格名称", en: "Grid name" },
    synonyms: ["网格名", "名称", "村名", "村名称", "社区名称", "村社区", "村社区名称", "村居名称"],
    isRequired: true,
    help: { "zh-CN": "不超过 60 个字。", en: "Up to 60 characters." },
    example: "示例村村民委员会",
    parse: textUpTo(60),
  },
  kind: {
    title: { "zh-CN": "网格类型", en: "Grid kind" },
    synonyms: ["网格类别", "类型", "类别"],
    help: {
      "zh-CN":
        "行政村、社区、企业、商圈、景区。编码为 12 位时可不填，按末三位判断：001–199、400–499 为社区，200–399、500–599 为村。",
      en: "Village, community, enterprise, commercial or scenic. May be blank for a 12-digit code: 001–199 and 400–499 at its end mean a community, 200–399 and 500–599 a village.",
    },
    example: "行政村",
    parse: oneOfWords(gridKindWords),
  },
  stationName: {
    title: { "zh-CN": "派出所", en: "Station" },
    synonyms: ["所属派出所", "派出所名称", "辖区派出所", "管辖派出所", "派出所代码", "管辖单位", "所属单位"],
    help: {
      "zh-CN": "派出所的名称或代码。不填时按乡镇街道名称查找同名派出所，如“解州镇”对应“解州派出所”。",
      en: "Name or code of the police station. When blank, the station named after the township is looked for.",
    },
    example: "示例派出所",
    parse: textUpTo(60),
  },
  townshipCode: {
    title: { "zh-CN": "乡镇街道代码", en: "Township code" },
    synonyms: ["乡镇代码", "街道代码"],
    isCode: true,
    help: { "zh-CN": "9 位代码，可不填。", en: "9 digits; may be blank." },
    example: "999999001",
    parse: digitsOf(9),
  },
  townshipName: {
    title: { "zh-CN": "乡镇街道", en: "Township" },
    synonyms: [
      "乡镇街道名称",
      "乡镇",
      "乡镇名称",
      "街道",
      "街道名称",
      "所属乡镇",
      "所属街道",
      "所属乡镇街道",
      "镇街",
      "Township name",
    ],
    help: {
      "zh-CN": "乡镇或街道的名称。派出所不填时必填。",
      en: "Name of the township; required when the station is blank.",
    },
    example: "示例镇",
    parse: textUpTo(60),
  },
  divisionCode: {
    title: { "zh-CN": "行政区划代码", en: "Division code" },
    synonyms: ["区划代码", "统计用区划代码", "村代码", "社区代码", "村社区代码"],
    isCode: true,
    help: {
      "zh-CN": "村、社区的 12 位统计用区划代码。网格编码就是区划代码时可不填；只有这一列编码时，它也是网格编码。",
      en: "The 12-digit statistical code of the village or community; may be blank when it is the grid code, and is the grid code too where the file has no other.",
    },
    example: "999999001201",
    parse: digitsOf(12),
  },
  complexity: {
    title: { "zh-CN": "复杂程度", en: "Complexity" },
    synonyms: ["复杂度", "是否复杂"],
    help: { "zh-CN": "一般、复杂。", en: "Ordinary or complex." },
    example: "一般",
    parse: oneOfWords(complexityWords),
  },
  households: {
    title: { "zh-CN": "户数", en: "Households" },
    synonyms: ["总户数", "户数合计", "住户数"],
    help: { "zh-CN": "整数，只填总数。", en: "A whole number, the total only." },
    example: "420",
    parse: wholeNumber(0, 1_000_000),
  },
  population: {
    title: { "zh-CN": "人口", en: "Population" },
    synonyms: ["人口数", "总人口", "总人数", "人口总数", "人数"],
    help: { "zh-CN": "整数，只填总数。", en: "A whole number, the total only." },
    example: "1500",
    parse: wholeNumber(0, 10_000_000),
  },
  countedYear: {
    title: { "zh-CN": "统计年份", en: "Counted in" },
    synonyms: ["统计年度", "年份", "年度"],
    help: {
      "zh-CN": "户数、人口的统计年份；整个文件是同一年的，可以不填，在检查时统一选定。",
      en: "Year of the two totals. Where it is one for the whole file, it may be blank and chosen for the check.",
    },
    example: "2025",
    parse: wholeNumber(1949, 2100),
  },
  policeRoom: {
    title: { "zh-CN": "警务室", en: "Police room" },
    synonyms: ["所属警务室", "警务室名称"],
    help: { "zh-CN": "警务室的名称或代码，可不填。", en: "Name or code of the police room; may be blank." },
    example: "",
    parse: textUpTo(60),
  },
  openedOn: {
    title: { "zh-CN": "启用日期", en: "Opened on" },
    synonyms: ["启用时间", "设立日期", "成立日期"],
    help: { "zh-CN": "如 2026-03-05、2026.3.5、2026年3月5日。", en: "For example 2026-03-05." },
    example: "2026-01-01",
    parse: parseDate,
  },
} satisfies Columns;
