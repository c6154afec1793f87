import { defineConstraint } from "#kernel/database/refusals";
import type { Module } from "#kernel/schema";
import { datedActions } from "#modules/audit";
import { bureauPolicies } from "#modules/organisation";
import "./assignment.messages.ts";
import "./grid-lists.rows.ts";
import "./member-lists.rows.ts";
import "./on-grids.ts";
import "./on-members.ts";
import "./sight.rows.ts";
import {
  AssignmentLists,
  AssignmentMutations,
  AssignmentResolver,
  BulkAssignmentResolver,
} from "./assignment.resolver.ts";
import { Assignment } from "./assignment.types.ts";
import { CandidateResolver } from "./candidate.resolver.ts";
import { BureauCoverage, CoverageGroup, GridCoverage, UnitCoverage } from "./coverage.types.ts";
import { OnGrid } from "./on-grid.resolver.ts";
import { OnMember } from "./on-member.resolver.ts";
import { OnBureau, OnUnit } from "./on-organisation.resolver.ts";
import { ProposalResolver } from "./proposal.resolver.ts";
import { Proposal } from "./proposal.types.ts";
import { mayManageStandards } from "./standard.policy.ts";
import { StaffingStandard } from "./standard.types.ts";
import { StandardMutations, StandardResolver } from "./standard.resolver.ts";

datedActions({ actions: ["assignment.", "staffingStandard."], days: ["startsAt", "endsAt"] });
defineConstraint("assignments_one_responsible_officer", { path: ["input", "memberId"], code: "SEAT_TAKEN_MEANWHILE" });
defineConstraint("assignments_once_on_a_seat", { path: ["input", "memberId"], code: "SEAT_TAKEN_MEANWHILE" });
defineConstraint("assignments_history", { path: ["input", "id"], code: "ASSIGNMENT_HISTORY" });
defineConstraint("staffing_standards_one_in_force", { path: ["input", "from"], code: "STANDARD_TAKEN_MEANWHILE" });
bureauPolicies.add(() => mayManageStandards);

export const assignments: Module = {
  name: "assignments",
  resolvers: [
    AssignmentLists,
    AssignmentResolver,
    AssignmentMutations,
    BulkAssignmentResolver,
    CandidateResolver,
    ProposalResolver,
    StandardResolver,
    StandardMutations,
    OnGrid,
    OnMember,
    OnUnit,
    OnBureau,
  ],
  types: [Assignment, StaffingStandard, GridCoverage, UnitCoverage, BureauCoverage, CoverageGroup, Proposal],
  texts: { name: ["concurrentPost"], code: ["gridCode"] },
};
export { Assignment } from "./assignment.types.ts";
export { undoingAssignment } from "./questions.ts";
export { answererOfAny } from "./seat.rows.ts";
export { posts, seatsHeld, staffedGrids } from "./posts.rows.ts";
