import type { UnitKind } from "./unit-kind.ts";

export interface TemplateUnit {
  kind: UnitKind;
  name: string;
  units?: readonly TemplateUnit[];
}

const commandRoom: TemplateUnit = { kind: "COMMAND_ROOM", name: "综合指挥室" };
const communityTeam: TemplateUnit = { kind: "TEAM", name: "社区警务队" };
const caseTeam: TemplateUnit = { kind: "TEAM", name: "案件办理队" };

/** How a station is laid out when it is made; another way is another entry. */
export const stationTemplates = {
  ONE_ROOM_ONE_TEAM: { name: "一室一队", units: [commandRoom, communityTeam] },
  TWO_TEAMS_ONE_ROOM: { name: "两队一室", units: [commandRoom, communityTeam, caseTeam] },
} as const satisfies Record<string, { name: string; units: readonly TemplateUnit[] }>;
