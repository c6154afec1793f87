import { registerEnumType } from "type-graphql";

export const GridKind = {
  VILLAGE: "VILLAGE",
  COMMUNITY: "COMMUNITY",
  ENTERPRISE: "ENTERPRISE",
  COMMERCIAL: "COMMERCIAL",
  SCENIC: "SCENIC",
} as const;
export type GridKind = keyof typeof GridKind;
registerEnumType(GridKind, {
  name: "GridKind",
  description:
    "What a grid 网格 covers: a village 村 or community 社区, or for a special purpose an enterprise 企业, commercial 商圈 or scenic 景区 area.",
});

export const Complexity = { ORDINARY: "ORDINARY", COMPLEX: "COMPLEX" } as const;
export type Complexity = keyof typeof Complexity;
registerEnumType(Complexity, {
  name: "Complexity",
  description: "How demanding a grid is 复杂程度; staffing standards may ask more for complex ones.",
});

export const Duty = {
  RESPONSIBLE_OFFICER: "RESPONSIBLE_OFFICER",
  AUXILIARY: "AUXILIARY",
  MEDIATOR: "MEDIATOR",
  SECURITY_DIRECTOR: "SECURITY_DIRECTOR",
  GRID_WORKER: "GRID_WORKER",
} as const;
export type Duty = keyof typeof Duty;
registerEnumType(Duty, {
  name: "Duty",
  description:
    "What a member does at a grid 职务: responsible officer 责任民警, auxiliary 驻村辅警, mediator 调解员, security director 治保主任, grid worker 网格员.",
});
