import type { SixRole } from "#modules/catalogue";
import type { ChecklistPreset } from "./checklist.enums.ts";
import type { Content, Item, Ower } from "./content.rules.ts";

export interface PresetChecklist {
  code: string;
  name: string;
  content: Content;
}

type Asked = Partial<Item> & Pick<Item, "code" | "wording">;

const plain: Omit<Item, "code" | "wording"> = {
  evidence: "TEXT",
  isRequired: true,
  least: null,
  most: null,
  choices: null,
  fails: "NEVER",
  failsBound: null,
  failingChoices: null,
  finds: null,
  hazardCategory: null,
  isOurs: false,
};

const item = (asked: Asked): Item => Object.assign({}, plain, asked);
const count = (code: string, wording: string, more: Partial<Item> = {}): Item =>
  item({ code, wording, evidence: "COUNT", least: 0, most: 9_999, ...more });
/** Each that is found is registered. */
const found = (code: string, wording: string, finds: Item["finds"], more: Partial<Item> = {}): Item =>
  count(code, wording, { most: 20, finds, ...more });
const choice = (code: string, wording: string, choices: string[], failing: string[] = [], more: Partial<Item> = {}) =>
  item({
    code,
    wording,
    evidence: "CHOICE",
    choices,
    ...(failing.length > 0 && { fails: "CHOSEN", failingChoices: failing }),
    ...more,
  });
const photo = (code: string, wording: string, more: Partial<Item> = {}) =>
  item({ code, wording, evidence: "PHOTO", ...more });
/** Of what a source only names: worded by us. */
const ours = { isOurs: true };

interface Saying {
  recurrence: string | null;
  owers: Ower[];
  items: Item[];
  note: string;
  serves?: SixRole;
  windowDays?: number;
  onClosedDay?: Content["onClosedDay"];
  burdenMinutes?: number;
  isReviewed?: boolean;
}

const checklist = (
  code: string,
  name: string,
  { recurrence, owers, items, note, ...said }: Saying,
): PresetChecklist => ({
  code,
  name,
  content: {
    startsOn: null,
    lastOn: null,
    recurrence,
    onClosedDay: said.onClosedDay ?? "KEEP",
    windowDays: said.windowDays ?? 1,
    graceDays: 0,
    lateDays: 30,
    burdenMinutes: said.burdenMinutes ?? 0,
    serves: said.serves ?? null,
    isReviewed: said.isReviewed ?? true,
    note,
    items,
    owers,
  },
});

const anywhere = (duty: Ower["duty"]): Ower[] => [{ duty, gridKind: null, complexity: null }];
const at = (duty: Ower["duty"], ...kinds: NonNullable<Ower["gridKind"]>[]): Ower[] =>
  kinds.map((gridKind) => ({ duty, gridKind, complexity: null }));
const officer = "RESPONSIBLE_OFFICER";
const auxiliary = "AUXILIARY";

const weekly = { recurrence: "FREQ=WEEKLY;BYDAY=MO", windowDays: 7 };
const monthly = { recurrence: "FREQ=MONTHLY;BYMONTHDAY=1", windowDays: 28 };
const quarterly = { recurrence: "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1", windowDays: 90 };

const visit = checklist("VISIT", "每周半天进村走访", {
  ...weekly,
  owers: at(auxiliary, "VILLAGE", "COMMUNITY"),
  serves: "HELPER",
  burdenMinutes: 240,
  note: "周期与内容取自舞钢的报道：每周半天进村、走访、排查纠纷和隐患。",
  items: [
    count("HALF_DAYS", "本周进村半天数", { most: 2 }),
    count("HOUSEHOLDS", "走访户数"),
    found("DISPUTES", "发现矛盾纠纷数", "DISPUTE"),
    found("HAZARDS", "发现安全隐患数", "HAZARD"),
    choice("PUBLICITY", "开展宣传", ["入户宣传", "集中宣传", "未开展"], [], ours),
    photo("PHOTO", "走访现场照片", ours),
  ],
});

const patrol = checklist("PATROL", "每周巡逻", {
  ...weekly,
  owers: anywhere(auxiliary),
  serves: "ORGANISER",
  burdenMinutes: 120,
  note: "取自舞钢的报道：治安巡逻 5,560 次，巡防队 220 支。",
  items: [
    count("ROUNDS", "巡逻次数"),
    item({ code: "ROUTE", wording: "巡逻路线或地点", evidence: "PLACE" }),
    item({ code: "FOUND", wording: "发现的问题", isRequired: false, fails: "TOLD", hazardCategory: "PUBLIC_ORDER" }),
  ],
});

const yes = ["是", "否"];
const nine =
  "新义“121齐步走”可用的九项之一；标为自拟的条目系我们按名称拟写。一户一表、一户一码、一户一档属人员登记，不采用。";

const nineSteps: readonly PresetChecklist[] = [
  checklist("MAP", "一区一图", {
    recurrence: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
    windowDays: 31,
    onClosedDay: "AFTER",
    owers: anywhere(officer),
    note: nine,
    items: [choice("BOUNDARY", "图上边界与实际一致", yes, [], ours), photo("POSTED", "上墙公示照片", ours)],
  }),
  checklist("PUBLICITY", "一户一宣", {
    ...monthly,
    owers: anywhere(auxiliary),
    serves: "PUBLICIST",
    note: nine,
    items: [count("HOUSEHOLDS", "本月宣传户数（只计数，不记姓名）", ours)],
  }),
  checklist("REQUESTS", "一事一应", {
    ...weekly,
    owers: anywhere(officer),
    serves: "HELPER",
    note: nine,
    items: [count("UNANSWERED", "未答复的求助件数", { ...ours, fails: "NEVER" })],
  }),
  checklist("CASE_MEASURE", "一案一策", {
    recurrence: null,
    owers: anywhere(officer),
    note: `${nine}按案件开展，没有固定周期，启用前请先确定。`,
    items: [item({ code: "MEASURE", wording: "防止再发的措施", ...ours })],
  }),
  checklist("NOTICE", "一日一微", {
    recurrence: "FREQ=DAILY",
    onClosedDay: "SKIP",
    isReviewed: false,
    owers: anywhere(officer),
    serves: "PUBLICIST",
    note: nine,
    items: [choice("SENT", "当日已在群内发布提示", yes, [], ours)],
  }),
  checklist("TEAM", "一格一队", {
    ...quarterly,
    owers: anywhere(officer),
    serves: "ORGANISER",
    note: nine,
    items: [count("VOLUNTEERS", "在队人数（只计数）", ours), photo("DRILL", "演练照片", ours)],
  }),
  checklist("MEETING", "一月一会", {
    ...monthly,
    owers: anywhere(officer),
    note: nine,
    items: [choice("HELD", "本月例会已召开", yes, [], ours)],
  }),
  checklist("CHECK", "一月一查", {
    recurrence: "FREQ=MONTHLY;BYMONTHDAY=-1",
    onClosedDay: "BEFORE",
    owers: anywhere(officer),
    note: `${nine}于每月最后一个工作日开展。`,
    items: [
      item({ code: "PLACES", wording: "检查的场所", evidence: "PLACE", ...ours }),
      choice("FIRE", "消防", ["无隐患", "有隐患"], ["有隐患"], { ...ours, hazardCategory: "FIRE" }),
      choice("ORDER", "治安", ["无隐患", "有隐患"], ["有隐患"], { ...ours, hazardCategory: "PUBLIC_ORDER" }),
    ],
  }),
  checklist("EXAM", "一月一考", {
    ...monthly,
    owers: anywhere(officer),
    note: `${nine}由所长考评；得分另行计算，此处只记是否完成。`,
    items: [choice("DONE", "本月考评已完成", yes, [], ours)],
  }),
];

const hazard = (code: string, wording: string) =>
  choice(code, wording, ["未发现", "已发现"], ["已发现"], {
    ...ours,
    hazardCategory: code === "HAZARDS" ? "WORK_SAFETY" : null,
  });

const places: readonly PresetChecklist[] = [
  checklist("ENTERPRISE", "企业走访", {
    ...monthly,
    owers: at(officer, "ENTERPRISE"),
    serves: "LIAISON",
    note: "取自解州回访企业、舞钢商（企）警务工作站的报道；条目为自拟。",
    items: [
      hazard("HAZARDS", "安全隐患"),
      found("DISPUTES", "涉企纠纷件数", "DISPUTE", ours),
      item({ code: "WISHES", wording: "企业诉求", isRequired: false, ...ours }),
      count("PATROLS", "门前巡逻次数", ours),
    ],
  }),
  checklist("SCENIC", "景区巡护", {
    ...weekly,
    owers: at(officer, "SCENIC"),
    note: "取自解州“三个巡护”、舞钢旅游文化警务的报道；条目为自拟。",
    items: [
      count("PATROLS", "巡逻和文物巡护次数", ours),
      found("DISPUTES", "纠纷调处件数", "DISPUTE", ours),
      count("SERVICES", "服务宣传次数", ours),
    ],
  }),
  checklist("COMMERCIAL", "商圈巡查", {
    ...weekly,
    owers: at(officer, "COMMERCIAL"),
    note: "取自新义商圈治安联盟、舞钢的报道；条目为自拟。",
    items: [
      count("PATROLS", "巡逻次数", ours),
      choice("ALLIANCE", "已联系商圈联盟", yes, [], ours),
      hazard("HAZARDS", "安全隐患"),
    ],
  }),
  checklist("PEACE_MAP", "平安地图更新", {
    ...quarterly,
    owers: anywhere(officer),
    note: "取自舞钢平安地图的报道；条目为自拟。",
    items: [choice("CURRENT", "图上场所和风险点为最新", yes, [], ours)],
  }),
];

const fire = checklist("FIRE", "消防检查", {
  ...monthly,
  owers: anywhere(officer),
  serves: "ORGANISER",
  note: "取自稷山消防培训的报道：消火栓、灭火器、水带水枪、疏散通道；标为自拟的条目系我们拟写。",
  items: [
    choice("HYDRANT", "消火栓未被圈占、挪用", yes, ["否"], { hazardCategory: "FIRE" }),
    choice("EXTINGUISHER", "灭火器在位且在有效期内", yes, ["否"], { ...ours, hazardCategory: "FIRE" }),
    choice("HOSE", "水带、水枪齐全", yes, ["否"], { hazardCategory: "FIRE" }),
    choice("WAY_OUT", "疏散通道畅通", yes, ["否"], { ...ours, hazardCategory: "FIRE" }),
  ],
});

const fraud = checklist("FRAUD", "反诈宣传", {
  ...monthly,
  owers: anywhere(auxiliary),
  serves: "PUBLICIST",
  note: "取自解州的报道；条目为自拟。",
  items: [
    count("TOLD", "宣传户数或群数", ours),
    choice("FORM", "宣传形式", ["入户", "微信群", "集中讲座", "张贴"], [], ours),
  ],
});

const named = (code: string, name: string, note: string) =>
  checklist(code, name, { recurrence: null, owers: [], items: [], note });

const presets: Readonly<Record<ChecklistPreset, readonly PresetChecklist[]>> = {
  WEEKLY_VISIT: [visit],
  PATROL: [patrol],
  NINE_STEPS: nineSteps,
  PLACES: places,
  FIRE: [fire],
  PUBLICITY: [fraud],
  NAMED_ONLY: [
    named("EIGHT_ONES", "八个一", "崇文的报道只提到名称，内容请自行填写。"),
    named("THREE_ONES", "三一", "解州的报道只提到名称，内容请自行填写。"),
    named("THREE_SERVICES", "三小服务", "解州的报道只提到名称，内容请自行填写。"),
    named("THREE_ESCORTS", "三个护航", "解州的报道只提到名称，内容请自行填写。"),
  ],
};

export const checklistsOf = (preset: ChecklistPreset): readonly PresetChecklist[] => presets[preset];

const byCode = new Map(
  Object.values(presets)
    .flat()
    .map((preset) => [preset.code, preset]),
);

export const presetChecklist = (code: string): PresetChecklist => byCode.get(code)!;
