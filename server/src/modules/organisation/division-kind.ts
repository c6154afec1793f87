import { registerEnumType } from "type-graphql";

export const DivisionKind = {
  COUNTY: "COUNTY",
  TOWNSHIP: "TOWNSHIP",
  VILLAGE: "VILLAGE",
  COMMUNITY: "COMMUNITY",
} as const;
export type DivisionKind = keyof typeof DivisionKind;

registerEnumType(DivisionKind, {
  name: "DivisionKind",
  description: "The rank of a division 行政区划.",
  valuesConfig: {
    COUNTY: { description: "县、区、县级市: 6 digits." },
    TOWNSHIP: { description: "乡镇、街道: 9 digits." },
    VILLAGE: { description: "村民委员会: 12 digits, the last three 200–399 or 500–599." },
    COMMUNITY: { description: "居民委员会: 12 digits, the last three 001–199 or 400–499." },
  },
});
