import { registerEnumType } from "type-graphql";

export enum ComingKind {
  ASSIGNMENT_STARTS = "ASSIGNMENT_STARTS",
  ASSIGNMENT_ENDS = "ASSIGNMENT_ENDS",
  ABSENCE_STARTS = "ABSENCE_STARTS",
  ABSENCE_ENDS = "ABSENCE_ENDS",
  GRID_OPENS = "GRID_OPENS",
  GRID_CLOSES = "GRID_CLOSES",
}

registerEnumType(ComingKind, {
  name: "ComingKind",
  description: "What of the posts is to happen.",
  valuesConfig: {
    ASSIGNMENT_STARTS: { description: "A member begins on a seat 任职开始." },
    ASSIGNMENT_ENDS: { description: "A member's assignment ends 任职到期." },
    ABSENCE_STARTS: { description: "A member goes away 离岗开始." },
    ABSENCE_ENDS: { description: "A member is back 离岗期满." },
    GRID_OPENS: { description: "A grid opens 网格启用." },
    GRID_CLOSES: { description: "A grid closes 网格关闭." },
  },
});
