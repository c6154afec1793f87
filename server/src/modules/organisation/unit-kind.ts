import { registerEnumType } from "type-graphql";

export const UnitKind = {
  BUREAU: "BUREAU",
  STATION: "STATION",
  COMMAND_ROOM: "COMMAND_ROOM",
  DESK: "DESK",
  TEAM: "TEAM",
  ZONE: "ZONE",
  POLICE_ROOM: "POLICE_ROOM",
  WORKSTATION: "WORKSTATION",
  PARTNER: "PARTNER",
} as const;
export type UnitKind = keyof typeof UnitKind;

registerEnumType(UnitKind, {
  name: "UnitKind",
  description: "What a unit 单位 is.",
  valuesConfig: {
    BUREAU: { description: "公安局: the root of the tree." },
    STATION: { description: "派出所" },
    COMMAND_ROOM: { description: "综合指挥室" },
    DESK: { description: "专班" },
    TEAM: { description: "队" },
    ZONE: { description: "战区" },
    POLICE_ROOM: { description: "警务室" },
    WORKSTATION: { description: "警务工作站" },
    PARTNER: { description: "协作单位: a street office, justice office, court, law firm." },
  },
});
