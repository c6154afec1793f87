import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { RowAnswer } from "#kernel/bulk.types";
import type { Context } from "#kernel/context";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, rowWhere, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { createMember } from "./create-member.ts";
import { MemberFilter, memberOrders } from "./member-filter.types.ts";
import { memberLeaves } from "./member-leaves.ts";
import {
  CreateMemberInput,
  MemberLeavesInput,
  MembersLeaveInput,
  ReturnMemberInput,
  TransferMemberInput,
  UpdateMemberInput,
} from "./member.inputs.ts";
import { memberRows } from "./member.rows.ts";
import { Member, MemberConnection } from "./member.types.ts";
import { membersLeave } from "./members-leave.ts";
import { returnMember } from "./return-member.ts";
import { transferMember } from "./transfer-member.ts";
import { updateMember } from "./update-member.ts";

export const MemberLists = lists({
  members: listOf({
    gives: MemberConnection,
    filter: MemberFilter,
    orders: memberOrders,
    description: "The members in your sight.",
    at: "The moment asked about: filters, orders and all below hold at it; now when absent.",
  }),
});

@Resolver()
export class MemberResolver {
  @Query(() => Member, { nullable: true })
  @rowWhere(memberRows, (member, reading) => sql`${member.badge} = ${reading.arg("badge", "text")!}`)
  member(
    @Arg("badge", () => String) _badge: string,
    @Arg("at", () => DateTime, {
      nullable: true,
      description: "The moment asked about, for all below too; now when absent.",
    })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }
}

export const MemberMutations = mutations({
  createMember: mutation({ input: CreateMemberInput, gives: Member, does: createMember }),
  updateMember: mutation({ input: UpdateMemberInput, gives: Member, does: updateMember }),
  memberLeaves: mutation({
    input: MemberLeavesInput,
    gives: Member,
    does: memberLeaves,
    description: "Refused while the member holds seats past the day, or stands in for somebody; each is named.",
  }),
  returnMember: mutation({
    input: ReturnMemberInput,
    gives: Member,
    does: returnMember,
    description: "Brings a member who left back, from a day on or as if never gone; seats that ended stay ended.",
  }),
  transferMember: mutation({
    input: TransferMemberInput,
    gives: Member,
    does: transferMember,
    description: "Brings the member to another unit from a day on, past or to come; the units before stay on record.",
  }),
});

@Resolver()
export class BulkMemberResolver {
  @Mutation(() => [RowAnswer], {
    description:
      "Many members leave on one day, each by the same path as one alone, with an answer for each in the order given.",
  })
  membersLeave(@Arg("input", () => MembersLeaveInput) input: MembersLeaveInput, @Ctx() ctx: Context) {
    return membersLeave(ctx, input);
  }
}
