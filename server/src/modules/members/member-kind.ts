import { registerEnumType } from "type-graphql";

export const MemberKind = {
  OFFICER: "OFFICER",
  AUXILIARY: "AUXILIARY",
  MEDIATOR: "MEDIATOR",
  SECURITY_DIRECTOR: "SECURITY_DIRECTOR",
  GRID_WORKER: "GRID_WORKER",
  VOLUNTEER: "VOLUNTEER",
  LAWYER: "LAWYER",
} as const;
export type MemberKind = keyof typeof MemberKind;

registerEnumType(MemberKind, {
  name: "MemberKind",
  description: "What a member 人员 is on the strength.",
  valuesConfig: {
    OFFICER: { description: "民警" },
    AUXILIARY: { description: "辅警" },
    MEDIATOR: { description: "调解员" },
    SECURITY_DIRECTOR: { description: "治保主任" },
    GRID_WORKER: { description: "网格员" },
    VOLUNTEER: { description: "义警" },
    LAWYER: { description: "律师" },
  },
});
