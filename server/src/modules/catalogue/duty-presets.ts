import type { DutyPreset, SixRole } from "./catalogue.enums.ts";
import type { LineDraft, Owner } from "./line.rules.ts";

type PresetLine = Omit<LineDraft, "stationId" | "isSetAside">;

interface Wording {
  title: string;
  text?: string;
  serves?: SixRole;
  isOurs?: boolean;
}

interface Part {
  owner: Partial<Owner>;
  /** Its places among the owner's begin here, so that presets of one owner follow each other. */
  from: number;
  lines: Readonly<Record<string, Wording>>;
}

const titled = (titles: Readonly<Record<string, string>>): Part["lines"] =>
  Object.fromEntries(Object.entries(titles).map(([code, title]) => [code, { title }]));

const ours = (lines: Part["lines"]): Part["lines"] =>
  Object.fromEntries(Object.entries(lines).map(([code, wording]) => [code, { ...wording, isOurs: true }]));

const officer = { duty: "RESPONSIBLE_OFFICER" } as const;
const station = { unitKind: "STATION" } as const;

const presets: Readonly<Record<DutyPreset, readonly Part[]>> = {
  SIX_ROLES: [
    {
      owner: { duty: "AUXILIARY" },
      from: 1,
      lines: {
        ORGANISER: { title: "治安防范组织者", serves: "ORGANISER" },
        COLLECTOR: { title: "情报信息采集员", text: "上报事项和隐患，不登记人员。", serves: "COLLECTOR", isOurs: true },
        MEDIATOR: { title: "矛盾纠纷调解员", serves: "MEDIATOR" },
        PUBLICIST: { title: "法律政策宣传员", serves: "PUBLICIST" },
        LIAISON: { title: "警务下沉联络员", serves: "LIAISON" },
        HELPER: { title: "便民利民服务员", serves: "HELPER" },
      },
    },
  ],
  STANDING_DUTIES: [
    {
      owner: officer,
      from: 1,
      lines: titled({
        KNOW_THE_PEOPLE: "掌握社情民意",
        ORGANISE_PREVENTION: "组织安全防范",
        KEEP_ORDER: "维护社区秩序",
        SERVE: "服务群众",
      }),
    },
  ],
  COMMAND_ROOM: [
    {
      owner: { unitKind: "COMMAND_ROOM" },
      from: 1,
      lines: titled({
        DISPATCH: "勤务指挥调度",
        ORDERS: "指令双向高效",
        DATA: "数据赋能实战",
        SUPERVISION: "跟督实训实效",
        GRID_LINKAGE: "警网融合联动",
        SUPPORT: "综合服务保障",
      }),
    },
  ],
  ROOM_DESKS: [
    {
      owner: { unitKind: "DESK" },
      from: 1,
      lines: titled({
        DISPATCH: "指挥调度",
        GRID_LINKAGE: "警网融合",
        SUPERVISION: "勤务监督",
        AFFAIRS: "综合内务",
      }),
    },
  ],
  THREE_LEVELS: [
    {
      owner: station,
      from: 1,
      lines: ours({
        PROMINENT_PROBLEMS: { title: "解决突出治安问题" },
        GUIDE_BELOW: { title: "向下预警和指导" },
      }),
    },
    {
      owner: { ...officer, level: 2 },
      from: 1,
      lines: ours({
        TRAIN_BELOW: { title: "培训和考核下级" },
        SOLVE_FOR_BELOW: { title: "解决下级解决不了的问题" },
        COMPLEX_VILLAGES: { title: "负责复杂村" },
      }),
    },
    {
      owner: { ...officer, level: 3 },
      from: 1,
      lines: ours({ SETTLE_DISPUTES: { title: "化解矛盾纠纷" }, LOOK_FOR_HAZARDS: { title: "排查安全隐患" } }),
    },
  ],
  FIRST_RECEIVER: [
    {
      owner: station,
      from: 21,
      lines: ours({
        FIRST_RECEIVER: {
          title: "首接负责",
          text: "谁先接到纠纷、隐患或求助，谁负责到底，直到他人接收。",
        },
        FIRST_ASKED: { title: "首问负责", text: "同事不在时，先替其登记。" },
      }),
    },
  ],
  WORKING_MANNER: [
    {
      owner: station,
      from: 11,
      lines: titled({ MANNER: "接待有态度", PACE: "办事有速度", FIRMNESS: "执法有力度", WARMTH: "服务有温度" }),
    },
  ],
  EIGHT_ONES: [{ owner: station, from: 31, lines: titled({ EIGHT_ONES: "八个一" }) }],
  THREE_AND_THREE: [
    {
      owner: station,
      from: 41,
      lines: titled({ THREE_ONES: "三一", THREE_SERVICES: "三小服务", THREE_ESCORTS: "三个护航" }),
    },
  ],
};

const nobody: Owner = { duty: null, gridKind: null, level: null, unitKind: null };

export const linesOf = (preset: DutyPreset): PresetLine[] =>
  presets[preset].flatMap(({ owner, from, lines }) =>
    Object.entries(lines).map(([code, { title, text = null, serves = null, isOurs = false }], index) =>
      Object.assign({}, nobody, owner, { code, title, text, serves, position: from + index, isOurs }),
    ),
  );
