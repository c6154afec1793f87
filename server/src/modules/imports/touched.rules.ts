import type { GroundAssignment, MemberGround } from "./ground.ts";
import type { MemberPlan } from "./member-plan.rules.ts";

interface Versioned {
  id: string;
  version: number;
}

/** The rows that a file bears on; a plan holds where they are as it saw them. */
export interface Touched<List> {
  /** Those that the file itself changes have their next version by then. */
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

export function touchedBy(ground: MemberGround, plan: MemberPlan): Touched<Versioned[]> {
  const { bearsOn } = plan;
  const changed = new Set(plan.changed.map(({ before }) => before.id));
  const opened = new Set(plan.opened.map(({ id }) => id));
  const grids = ground.grids
    .filter(({ id }) => bearsOn.grids.has(id))
    .map(({ id, version }) => ({ id, version: opened.has(id) ? version + 1 : version }));
  const members = ground.members.filter(({ id }) => bearsOn.members.has(id) && !changed.has(id));
  const [gridIds, memberIds] = [idsOf(grids), idsOf(members)];
  const isAt = ({ gridId }: Pick<GroundAssignment, "gridId">) => gridIds.has(gridId);
  const isOf = ({ memberId }: Pick<GroundAssignment, "memberId">) => memberIds.has(memberId);
  const after = [...ground.assignments, ...plan.assignments];
  return {
    grids,
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
