import type { GroundAssignment, MemberGround } from "./ground.ts";
import type { MemberPlan } from "./member-plan.rules.ts";
import type { MemberRow } from "./member-rows.ts";

interface Versioned {
  id: string;
  version: number;
}

/** The rows that a file bears on; a plan holds where they are as it saw them. */
export interface Touched<List> {
  grids: List;
  /** But for those that the file changes. */
  members: List;
  /** Of a file of members: where no others have come to them. */
  seats?: {
    assignments: List;
    /** Once the file's own are written. */
    assignmentsAtGrids: number;
    assignmentsOfMembers: number;
  };
}

export function touchedBy(rows: readonly MemberRow[], ground: MemberGround, plan: MemberPlan): Touched<Versioned[]> {
  const codes = new Set(rows.flatMap(({ seats }) => seats.map(({ gridCode }) => gridCode)));
  const badges = new Set(rows.map(({ badge }) => badge));
  const changed = new Set(plan.changed.map(({ before }) => before.id));
  const grids = ground.grids.filter(({ code }) => codes.has(code));
  const members = ground.members.filter(({ badge, id }) => badges.has(badge) && !changed.has(id));
  const [gridIds, memberIds] = [idsOf(grids), idsOf(members)];
  const isAt = ({ gridId }: Pick<GroundAssignment, "gridId">) => gridIds.has(gridId);
  const isOf = ({ memberId }: Pick<GroundAssignment, "memberId">) => memberIds.has(memberId);
  const after = [...ground.assignments, ...plan.assignments];
  return {
    grids: grids.map(versionOf),
    members: members.map(versionOf),
    seats: {
      assignments: ground.assignments.filter((each) => isAt(each) || isOf(each)).map(versionOf),
      assignmentsAtGrids: after.filter(isAt).length,
      assignmentsOfMembers: after.filter(isOf).length,
    },
  };
}

const idsOf = (rows: readonly Versioned[]) => new Set(rows.map(({ id }) => id));
const versionOf = ({ id, version }: Versioned): Versioned => ({ id, version });
