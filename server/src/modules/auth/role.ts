import { registerEnumType } from "type-graphql";
import type { Role as RoleName } from "#kernel/actor";

export const Role = {
  BUREAU_ADMINISTRATOR: "BUREAU_ADMINISTRATOR",
  STATION_CHIEF: "STATION_CHIEF",
  DISPATCHER: "DISPATCHER",
  MEMBER: "MEMBER",
  AUDITOR: "AUDITOR",
} as const satisfies Record<RoleName, RoleName>;
export type Role = RoleName;

registerEnumType(Role, {
  name: "Role",
  description: "What an account may do within a unit and all below it.",
  valuesConfig: {
    BUREAU_ADMINISTRATOR: {
      description: "局管理员: owns units, grids, standards, accounts. Cannot be auditor as well.",
    },
    STATION_CHIEF: { description: "所长: answers for a station." },
    DISPATCHER: { description: "指挥员: issues orders, watches deadlines." },
    MEMBER: { description: "A field member: officer, auxiliary, mediator." },
    AUDITOR: { description: "审计员: reads the audit log, changes nothing." },
  },
});
