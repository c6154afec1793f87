import type { MatterCategoryPreset, MatterKind } from "./matter.enums.ts";
import type { CategoryDraft } from "./matter-category.store.ts";

interface Preset {
  kind: MatterKind;
  /** Its places in the list begin here, so that presets of one kind follow each other. */
  from: number;
  names: Readonly<Record<string, string>>;
  /** Each is a class of its own. */
  areIntakeClasses?: boolean;
}

/** What is ours in them is said to be in the preset's description, in the schema. */
const presets: Readonly<Record<MatterCategoryPreset, Preset>> = {
  DISPUTES: {
    kind: "DISPUTE",
    from: 1,
    names: {
      MARRIAGE_FAMILY: "婚姻家庭",
      NEIGHBOURS: "邻里",
      HOUSING: "房屋宅基地",
      CONTRACT: "合同",
      BUSINESS: "生产经营",
      DAMAGES: "损害赔偿",
      LABOUR: "劳动争议",
      WAGES: "拖欠工资",
      LAND: "山林土地",
      DEMOLITION: "征地拆迁",
      POLLUTION: "环境污染",
      TRAFFIC_ACCIDENT: "道路交通事故",
      PROPERTY_MANAGEMENT: "物业",
      MEDICAL: "医疗",
      CONSUMERS: "消费",
      LOANS: "借贷",
      VILLAGE_AFFAIRS: "村务管理",
      OTHER: "其他",
    },
  },
  INTAKE: {
    kind: "SERVICE",
    from: 1,
    areIntakeClasses: true,
    names: { HOTLINE_12345: "12345", HELP: "求助", FAMILY_NEIGHBOURS: "邻里家庭", DOGS: "涉犬" },
  },
  FIVE_SMALL: {
    kind: "SERVICE",
    from: 11,
    names: {
      DO_REAL_THINGS: "办实事",
      SOLVE_SMALL_CASES: "破小案",
      SETTLE_SMALL_DISPUTES: "化小矛盾",
      REMOVE_SMALL_HAZARDS: "除小患",
      KEEP_TO_SMALL_POLICING: "立足小警务",
    },
  },
  HAZARDS: {
    kind: "HAZARD",
    from: 1,
    names: {
      FIRE: "消防",
      GAS_ELECTRICITY: "用电用气",
      TRAFFIC: "道路交通",
      PUBLIC_ORDER: "治安",
      WORK_SAFETY: "安全生产",
      BUILDINGS: "房屋建筑",
      WATER: "涉水",
      AROUND_SCHOOLS: "校园周边",
      OTHER: "其他",
    },
  },
  INCIDENTS: {
    kind: "INCIDENT",
    from: 1,
    names: {
      FIGHT: "打架斗殴",
      THEFT: "盗窃",
      FRAUD: "诈骗",
      QUARREL: "纠纷报警",
      NOISE: "噪音扰民",
      TRAFFIC: "交通",
      MISSING: "走失",
      DOGS: "涉犬",
      OTHER: "其他",
    },
  },
};

export const presetCategories = (): CategoryDraft[] =>
  (Object.keys(presets) as MatterCategoryPreset[]).flatMap(categoriesOf);

export const categoriesOf = (preset: MatterCategoryPreset): CategoryDraft[] => {
  const { kind, from, names, areIntakeClasses } = presets[preset];
  return Object.entries(names).map(([code, name], index) => ({
    kind,
    code,
    name,
    intakeClass: areIntakeClasses ? name : null,
    position: from + index,
  }));
};
