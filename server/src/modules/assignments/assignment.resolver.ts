import { assignments } from "@maple-bridge/drizzle/tables";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { list, listArgs, many, type PageArgs, readRow, readRows, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty } from "#modules/grids";
import { assignMember } from "./assign-member.ts";
import { assignMembers } from "./assign-members.ts";
import { AssignmentFilter, assignmentOrders } from "./assignment-filter.types.ts";
import { AssignmentOrder } from "./assignment.enums.ts";
import { AssignMemberInput, AssignMembersInput, EndAssignmentInput, ReplaceHolderInput } from "./assignment.inputs.ts";
import { Assignment, AssignmentConnection } from "./assignment.types.ts";
import { endAssignment } from "./end-assignment.ts";
import { replaceHolder } from "./replace-holder.ts";
import { atGridAsked, seats } from "./seat.rows.ts";
import { Seat } from "./seat.types.ts";

const AssignmentArgs = listArgs(AssignmentFilter, AssignmentOrder, AssignmentOrder.STARTS_AT, "DESC");

@Resolver(() => Assignment)
export class AssignmentResolver {
  @Query(() => AssignmentConnection, { description: "Assignments at grids within your reach." })
  @list(assignments, { order: assignmentOrders })
  assignments(@Args(() => AssignmentArgs) _args: PageArgs): never {
    throw new Error("read by its source");
  }

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

  @Mutation(() => Assignment, {
    description:
      "Refused with what it collides with: another responsible officer, the same member on the seat, more than the standard allows, a grid not open, a member who has left or whose kind may not hold the duty.",
  })
  async assignMember(
    @Arg("input", () => AssignMemberInput) input: AssignMemberInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await assignMember(ctx, input));
  }

  @Mutation(() => [Assignment], { description: "All or nothing, as if one after another." })
  async assignMembers(
    @Arg("input", () => AssignMembersInput) input: AssignMembersInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRows(ctx, info, (await assignMembers(ctx, input)).ids);
  }

  @Mutation(() => Assignment)
  async endAssignment(
    @Arg("input", () => EndAssignmentInput) input: EndAssignmentInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await endAssignment(ctx, input));
  }

  @Mutation(() => Assignment, {
    description: "Ends one assignment and starts another member's at that moment; gives the new one.",
  })
  async replaceHolder(
    @Arg("input", () => ReplaceHolderInput) input: ReplaceHolderInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await replaceHolder(ctx, input));
  }
}
