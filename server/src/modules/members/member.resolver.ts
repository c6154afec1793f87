import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { list, listArgs, type PageArgs, readRow, rowWhere, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { createMember } from "./create-member.ts";
import { MemberFilter, MemberOrder, memberOrders } from "./member-filter.types.ts";
import { memberLeaves } from "./member-leaves.ts";
import {
  CreateMemberInput,
  MemberLeavesInput,
  ReturnMemberInput,
  TransferMemberInput,
  UpdateMemberInput,
} from "./member.inputs.ts";
import { memberRows } from "./member.rows.ts";
import { Member, MemberConnection } from "./member.types.ts";
import { returnMember } from "./return-member.ts";
import { transferMember } from "./transfer-member.ts";
import { updateMember } from "./update-member.ts";

const MemberArgs = listArgs(MemberFilter, MemberOrder, MemberOrder.NAME);

@Resolver()
export class MemberResolver {
  @Query(() => MemberConnection, { description: "The members in your sight." })
  @list(memberRows, { order: memberOrders })
  members(
    @Args(() => MemberArgs) _args: PageArgs,
    @Arg("at", () => DateTime, {
      nullable: true,
      description: "The moment asked about: filters, orders and all below hold at it; now when absent.",
    })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }

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

  @Mutation(() => Member)
  async createMember(
    @Arg("input", () => CreateMemberInput) input: CreateMemberInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await createMember(ctx, input));
  }

  @Mutation(() => Member)
  async updateMember(
    @Arg("input", () => UpdateMemberInput) input: UpdateMemberInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await updateMember(ctx, input));
  }

  @Mutation(() => Member, {
    description: "Refused while the member holds seats past the day, or stands in for somebody; each is named.",
  })
  async memberLeaves(
    @Arg("input", () => MemberLeavesInput) input: MemberLeavesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await memberLeaves(ctx, input));
  }

  @Mutation(() => Member, {
    description: "Brings a member who left back, from a day on or as if never gone; seats that ended stay ended.",
  })
  async returnMember(
    @Arg("input", () => ReturnMemberInput) input: ReturnMemberInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await returnMember(ctx, input));
  }

  @Mutation(() => Member, {
    description: "Brings the member to another unit from a day on, past or to come; the units before stay on record.",
  })
  async transferMember(
    @Arg("input", () => TransferMemberInput) input: TransferMemberInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await transferMember(ctx, input));
  }
}
