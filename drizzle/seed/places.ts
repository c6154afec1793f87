import type { Committee, Township } from "./counties.ts";
import { addGrid, addUnit, type Draft, type Grid, type Unit } from "./draft.ts";

export function addDivisions(draft: Draft, countyName: string, townships: readonly Township[]): void {
  const add = (
    parentId: string | null,
    code: string,
    name: string,
    kind: "COUNTY" | "TOWNSHIP" | Committee["kind"],
  ) => {
    const id = draft.newId();
    draft.divisions.push({ id, parentId, code, name, kind });
    return id;
  };
  const county = add(null, draft.code, countyName, "COUNTY");
  for (const township of townships) {
    const parent = add(county, township.code, township.name, "TOWNSHIP");
    for (const { code, name, kind } of township.committees) add(parent, code, name, kind);
  }
}

const templates = {
  ONE_ROOM_ONE_TEAM: [
    ["COMMAND_ROOM", "综合指挥室"],
    ["TEAM", "社区警务队"],
  ],
  TWO_TEAMS_ONE_ROOM: [
    ["COMMAND_ROOM", "综合指挥室"],
    ["TEAM", "社区警务队"],
    ["TEAM", "案件办理队"],
  ],
} as const;

export interface Station {
  unit: Unit;
  commandRoom: Unit;
  teams: Unit[];
}

/** A station with its rooms and teams; the justice office and the township it works with stand below it as partners. */
export function addStation(draft: Draft, place: string, township: Township, template: keyof typeof templates): Station {
  const number = 51 + draft.units.filter((each) => each.kind === "STATION").length;
  const unit = addUnit(draft, draft.root, "STATION", `${place}派出所`, {
    code: `${draft.code}${number}0000`,
    template,
  });
  const parts = templates[template].map(([kind, name]) => addUnit(draft, unit, kind, name));
  addPartners(draft, unit, [
    `${place}司法所`,
    township.name.endsWith("街道") ? `${township.name}办事处` : `${township.name}人民政府`,
  ]);
  const [commandRoom = unit, ...teams] = parts;
  return { unit, commandRoom, teams };
}

export const addBureauPartners = (draft: Draft, county: string) =>
  addPartners(draft, draft.root, [`${county}人民法院`, `${county}司法局`, "枫和律师事务所"]);

/** Partners stand last in a list of units. */
function addPartners(draft: Draft, parent: Unit, names: string[]): void {
  for (const [index, name] of names.entries()) addUnit(draft, parent, "PARTNER", name, { position: 900 + index });
}

type GridPlace = Pick<Grid, "stationId" | "policeRoomId">;

/** The grid of a whole village or community, coded like its division. */
export function addCommitteeGrid(draft: Draft, place: GridPlace, committee: Committee, more: Partial<Grid> = {}): Grid {
  const { code, shortName: name, kind } = committee;
  return addGrid(draft, {
    ...place,
    divisionId: divisionId(draft, code),
    code,
    codeScheme: "STATISTICAL_12",
    name,
    kind,
    ...headcount(draft, kind),
    ...more,
  });
}

/** A grid inside a community: its division's code and three digits more. */
export function addGridOfCommunity(draft: Draft, place: GridPlace, committee: Committee, number: number): Grid {
  const code = `${committee.code}${String(number).padStart(3, "0")}`;
  const name = `${committee.shortName}第${"一二三四五六"[number - 1]}网格`;
  const counted = headcount(draft, "VILLAGE");
  return addGrid(draft, {
    ...place,
    divisionId: divisionId(draft, committee.code),
    code,
    codeScheme: "GRID_15",
    name,
    kind: "COMMUNITY",
    ...counted,
  });
}

/** A grid for one purpose needs no division: the township's code, no committee, and 901 upwards. */
export function addSpecialGrid(
  draft: Draft,
  place: GridPlace,
  township: Township,
  kind: Grid["kind"],
  name: string,
  openedOn?: string,
): Grid {
  const number = 901 + draft.grids.filter((grid) => grid.code.startsWith(`${township.code}000`)).length;
  return addGrid(draft, {
    ...place,
    code: `${township.code}000${number}`,
    codeScheme: "GRID_15",
    name,
    kind,
    ...(openedOn && { openedOn }),
  });
}

function divisionId(draft: Draft, code: string): string {
  const division = draft.divisions.find((each) => each.code === code);
  if (!division) throw new Error(`no division ${code}`);
  return division.id;
}

function headcount({ random }: Draft, kind: Committee["kind"]) {
  const households = kind === "COMMUNITY" ? random.int(1200, 3600) : random.int(180, 760);
  return { households, population: Math.round(households * (2.6 + random.int(0, 110) / 100)), countedYear: 2024 };
}
