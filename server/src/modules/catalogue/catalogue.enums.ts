import { registerEnumType } from "type-graphql";

export const SixRole = {
  ORGANISER: "ORGANISER",
  COLLECTOR: "COLLECTOR",
  MEDIATOR: "MEDIATOR",
  PUBLICIST: "PUBLICIST",
  LIAISON: "LIAISON",
  HELPER: "HELPER",
} as const;
export type SixRole = keyof typeof SixRole;
registerEnumType(SixRole, {
  name: "SixRole",
  description:
    "What an auxiliary is in the village 六员: organiser of prevention 治安防范组织者, collector of information 情报信息采集员 (of matters, never of persons), mediator of disputes 矛盾纠纷调解员, publicist of law and policy 法律政策宣传员, liaison of the police 警务下沉联络员, helper of the people 便民利民服务员.",
});

export const DutyPreset = {
  SIX_ROLES: "SIX_ROLES",
  STANDING_DUTIES: "STANDING_DUTIES",
  COMMAND_ROOM: "COMMAND_ROOM",
  ROOM_DESKS: "ROOM_DESKS",
  THREE_LEVELS: "THREE_LEVELS",
  FIRST_RECEIVER: "FIRST_RECEIVER",
  WORKING_MANNER: "WORKING_MANNER",
  EIGHT_ONES: "EIGHT_ONES",
  THREE_AND_THREE: "THREE_AND_THREE",
} as const;
export type DutyPreset = keyof typeof DutyPreset;
registerEnumType(DutyPreset, {
  name: "DutyPreset",
  description:
    "Lines to begin with, each to be changed or retired at will. Where a source gives a title and nothing else, the line has no text; wording of ours is marked on the line by `isOurs`.",
  valuesConfig: {
    SIX_ROLES: {
      description:
        "六员 of auxiliaries in the villages, as a county's bureau is reported to have them; that no persons are registered is ours.",
    },
    STANDING_DUTIES: {
      description:
        "The standing duties of a responsible officer: 掌握社情民意, 组织安全防范, 维护社区秩序, 服务群众, as a police station is reported to have them, without its registers of people.",
    },
    COMMAND_ROOM: { description: "六项职责 of a command room, as a police station is reported to have them." },
    ROOM_DESKS: {
      description:
        "The desks of a command room: 指挥调度, 警网融合, 勤务监督, 综合内务, as a police station is reported to have them, without its watching of video.",
    },
    THREE_LEVELS: {
      description:
        "三级警务网: what the station, officers of level 2 and officers of level 3 answer for, as a police station is reported to divide it, without its registers of people. The wording is ours.",
    },
    FIRST_RECEIVER: {
      description:
        "首接负责 and 首问负责, as police stations are reported to have them. The titles are theirs, the text is ours.",
    },
    WORKING_MANNER: {
      description:
        "四度: 接待有态度, 办事有速度, 执法有力度, 服务有温度, as a police station is reported to put it. Shown, never scored.",
    },
    EIGHT_ONES: { description: "八个一, which its source names and does not spell out." },
    THREE_AND_THREE: { description: "三一, 三小服务 and 三个护航, which their source names and does not spell out." },
  },
});

export const DutyDifferenceKind = { MISSING: "MISSING", ADDED: "ADDED", CHANGED: "CHANGED" } as const;
export type DutyDifferenceKind = keyof typeof DutyDifferenceKind;
registerEnumType(DutyDifferenceKind, {
  name: "DutyDifferenceKind",
  description:
    "The model has the line and the station has not; the station alone has it; both have it, in other words.",
});
