import type { Complexity, Duty, GridKind, MemberKind } from "./words.ts";

/** What the bureau holds already, as far as a file can bear on it. */
export interface Ground {
  bureau: { code: string; name: string; rootId: string };
  today: string;
  units: GroundUnit[];
  grids: GroundGrid[];
}

export interface GridGround extends Ground {
  divisions: GroundDivision[];
}

export interface MemberGround extends Ground {
  members: GroundMember[];
  /** In force at the earliest day a file may speak of, or later. */
  assignments: GroundAssignment[];
  standards: GroundStandard[];
  dutyHolders: { duty: Duty; memberKind: MemberKind }[];
}

export interface GroundUnit {
  id: string;
  parentId: string | null;
  kind: string;
  name: string;
  code: string | null;
  closedOn: string | null;
}

export interface GroundDivision {
  id: string;
  code: string;
  name: string;
  closedOn: string | null;
}

export interface GroundGrid {
  id: string;
  code: string;
  name: string;
  kind: GridKind;
  complexity: Complexity;
  stationId: string;
  policeRoomId: string | null;
  divisionId: string | null;
  households: number | null;
  population: number | null;
  countedYear: number | null;
  openedOn: string;
  closedOn: string | null;
  version: number;
}

export interface GroundMember {
  id: string;
  badge: string;
  name: string;
  kind: MemberKind;
  unitId: string;
  phone: string | null;
  joinedOn: string | null;
  leftOn: string | null;
  version: number;
}

/** Days, as instants in ISO form. */
export interface Period {
  startsAt: string;
  endsAt: string | null;
}

export interface GroundAssignment extends Period {
  id: string;
  gridId: string;
  memberId: string;
  duty: Duty;
  version: number;
}

export interface GroundStandard extends Period {
  gridKind: GridKind;
  complexity: Complexity;
  duty: Duty;
  atMost: number | null;
}
