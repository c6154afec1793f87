import { registerEnumType } from "type-graphql";

export const MemberStatus = { ACTIVE: "ACTIVE", ON_LEAVE: "ON_LEAVE", LEFT: "LEFT" } as const;
export type MemberStatus = keyof typeof MemberStatus;

registerEnumType(MemberStatus, {
  name: "MemberStatus",
  description: "How a member stands at the moment of reading.",
  valuesConfig: {
    ACTIVE: { description: "在岗" },
    ON_LEAVE: { description: "离岗: an absence is in force." },
    LEFT: { description: "离职" },
  },
});
