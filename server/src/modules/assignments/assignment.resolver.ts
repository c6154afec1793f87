import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { RowAnswer } from "#kernel/bulk.types";
import type { Context } from "#kernel/context";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, many, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty } from "#modules/grids";
import { assignMember } from "./assign-member.ts";
import { assignMembers } from "./assign-members.ts";
import { AssignmentFilter, assignmentOrders } from "./assignment-filter.types.ts";
import {
  AssignMemberInput,
  AssignMembersInput,
  EndAssignmentInput,
  EndAssignmentsInput,
  ReplaceHolderInput,
  UndoAssignmentsInput,
} from "./assignment.inputs.ts";
import { Assignment, AssignmentConnection } from "./assignment.types.ts";
import { endAssignment } from "./end-assignment.ts";
import { endAssignments } from "./end-assignments.ts";
import { replaceHolder } from "./replace-holder.ts";
import { atGridAsked, seats } from "./seat.rows.ts";
import { Seat } from "./seat.types.ts";
import { undoAssignments } from "./undo-assignments.ts";

export const AssignmentLists = lists({
  assignments: listOf({
    gives: AssignmentConnection,
    filter: AssignmentFilter,
    orders: assignmentOrders,
    direction: "DESC",
    description: "Assignments at grids within your reach.",
  }),
});

@Resolver(() => Assignment)
export class AssignmentResolver {
  @Query(() => [Seat], {
    description:
      "Who answers for a grid in a duty at a moment 责任人: its seats with holder and, substitutes applied, who is responsible. Name the grid by id or by code. Empty where there is no such open grid within your reach, and where nothing is asked of the duty and nobody holds it.",
  })
  @many(seats, { about: 3, where: atGridAsked, order: (seat) => sql`${seat.ordinal}` })
  responsibleFor(
    @Arg("duty", () => Duty, { defaultValue: Duty.RESPONSIBLE_OFFICER }) _duty: string,
    @Arg("gridId", () => ID, { nullable: true }) _gridId?: string,
    @Arg("gridCode", () => String, { nullable: true }) _gridCode?: string,
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}

export const AssignmentMutations = mutations({
  assignMember: mutation({
    input: AssignMemberInput,
    gives: Assignment,
    does: assignMember,
    description:
      "Refused with what it collides with: another responsible officer, the same member on the seat, more than the standard allows, a grid not open, a member who has left or whose kind may not hold the duty.",
  }),
  assignMembers: mutation({
    input: AssignMembersInput,
    gives: [Assignment],
    does: assignMembers,
    description: "All or nothing, as if one after another.",
  }),
  endAssignment: mutation({ input: EndAssignmentInput, gives: Assignment, does: endAssignment }),
  replaceHolder: mutation({
    input: ReplaceHolderInput,
    gives: Assignment,
    does: replaceHolder,
    description: "Ends one assignment and starts another member's at that moment; gives the new one.",
  }),
  undoAssignments: mutation({
    input: UndoAssignmentsInput,
    gives: [Assignment],
    does: undoAssignments,
    description:
      "Takes assignments back that were made within 24 hours, all or none: they never counted then, and whom they replaced goes on. Refused with what stands on them: who has replaced them, work done, a week signed.",
  }),
});

@Resolver()
export class BulkAssignmentResolver {
  @Mutation(() => [RowAnswer], {
    description:
      "Ends many assignments at one moment, each by the same path as one alone, with an answer for each in the order given.",
  })
  endAssignments(@Arg("input", () => EndAssignmentsInput) input: EndAssignmentsInput, @Ctx() ctx: Context) {
    return endAssignments(ctx, input);
  }
}
