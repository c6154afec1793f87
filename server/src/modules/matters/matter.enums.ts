import { registerEnumType } from "type-graphql";

export const MatterKind = { INCIDENT: "INCIDENT", DISPUTE: "DISPUTE", HAZARD: "HAZARD", SERVICE: "SERVICE" } as const;
export type MatterKind = keyof typeof MatterKind;
registerEnumType(MatterKind, {
  name: "MatterKind",
  description:
    "What happened: an incident 警情, a dispute 矛盾纠纷, a hazard 隐患, a call for help or service 求助服务.",
});

export const MatterSource = {
  EMERGENCY_110: "EMERGENCY_110",
  HOTLINE_12345: "HOTLINE_12345",
  WALK_IN: "WALK_IN",
  PATROL: "PATROL",
  VISIT: "VISIT",
  CHECKLIST: "CHECKLIST",
  GRID_WORKER: "GRID_WORKER",
  PARTNER: "PARTNER",
  API: "API",
  LEDGER: "LEDGER",
} as const;
export type MatterSource = keyof typeof MatterSource;
registerEnumType(MatterSource, {
  name: "MatterSource",
  description:
    "How it came in: 110, 12345, somebody walked in 来访, a patrol 巡逻, a visit 走访, a checklist 检查清单, a grid worker 网格员, a partner 协作单位, a program, or a ledger 台账 that does not say.",
});

export const MatterState = {
  OPEN: "OPEN",
  SETTLED: "SETTLED",
  NOT_SETTLED: "NOT_SETTLED",
  MERGED: "MERGED",
} as const;
export type MatterState = keyof typeof MatterState;
registerEnumType(MatterState, {
  name: "MatterState",
  description:
    "办理中 OPEN, 已化解 SETTLED, 未化解 NOT_SETTLED, 已并案 MERGED. A merged one is not settled: it counts with the one it was merged into, once.",
});

export const MatterOutcome = { SETTLED: "SETTLED", NOT_SETTLED: "NOT_SETTLED" } as const;
export type MatterOutcome = keyof typeof MatterOutcome;
registerEnumType(MatterOutcome, {
  name: "MatterOutcome",
  description: "How a matter ends: settled, or left unsettled.",
});

export const MediationMethod = {
  FAMILY_HARMONY: "FAMILY_HARMONY",
  DUTY_AND_COURTESY: "DUTY_AND_COURTESY",
  WARM_FEELING: "WARM_FEELING",
} as const;
export type MediationMethod = keyof typeof MediationMethod;
registerEnumType(MediationMethod, {
  name: "MediationMethod",
  description:
    "By which method a dispute is settled: 孝和, 义礼 or 融情, as a police station is reported to call its three. Where each fits is for whoever settles to say.",
});

export const PartyRole = {
  PARTY_A: "PARTY_A",
  PARTY_B: "PARTY_B",
  PARTY_C: "PARTY_C",
  PARTY_D: "PARTY_D",
  CALLER: "CALLER",
  OTHER: "OTHER",
} as const;
export type PartyRole = keyof typeof PartyRole;
registerEnumType(PartyRole, {
  name: "PartyRole",
  description: "A party by its role alone: 甲方, 乙方, 丙方, 丁方, who called 报告人, another one 其他.",
});

export const MergedWork = { MOVE: "MOVE", CANCEL: "CANCEL" } as const;
export type MergedWork = keyof typeof MergedWork;
registerEnumType(MergedWork, {
  name: "MergedWork",
  description:
    "What becomes of the open work of a matter that is merged: it goes on under the other one, or is cancelled.",
});

export const MovedWork = { STAYS: "STAYS", READDRESSED: "READDRESSED" } as const;
export type MovedWork = keyof typeof MovedWork;
registerEnumType(MovedWork, {
  name: "MovedWork",
  description:
    "What becomes of open work at the seats of the grid that a matter leaves: it stays with them, or goes to the same duties of the other grid 改派.",
});

export const MatterCategoryPreset = {
  DISPUTES: "DISPUTES",
  INTAKE: "INTAKE",
  FIVE_SMALL: "FIVE_SMALL",
  HAZARDS: "HAZARDS",
  INCIDENTS: "INCIDENTS",
} as const;
export type MatterCategoryPreset = keyof typeof MatterCategoryPreset;
registerEnumType(MatterCategoryPreset, {
  name: "MatterCategoryPreset",
  description: "Categories to begin with; each may be changed or retired afterwards.",
  valuesConfig: {
    DISPUTES: { description: "18 categories of disputes. Their list and their wording are ours." },
    INTAKE: {
      description:
        "Intake classes of services: 12345, 求助, 邻里家庭, 涉犬, as a police station is reported to use them.",
    },
    FIVE_SMALL: {
      description:
        "五小警务 of services: 办实事, 破小案, 化小矛盾, 除小患, 立足小警务, as a police station is reported to use them. What falls under each is ours to say.",
    },
    HAZARDS: { description: "Categories of hazards. Their list and their wording are ours." },
    INCIDENTS: { description: "Categories of incidents. Their list and their wording are ours." },
  },
});
