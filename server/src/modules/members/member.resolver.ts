import { members } from "@maple-bridge/drizzle/tables";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { OrderDirection } from "#kernel/order-direction";
import { PageArgs, pages, readRow, rowWhere, sql } from "#kernel/read";
import { createMember } from "./create-member.ts";
import { MemberFilter, MemberOrder, matchesFilter, memberOrder } from "./member-filter.types.ts";
import { memberLeaves } from "./member-leaves.ts";
import { CreateMemberInput, MemberLeavesInput, ReturnMemberInput, UpdateMemberInput } from "./member.inputs.ts";
import { Member, MemberConnection } from "./member.types.ts";
import { returnMember } from "./return-member.ts";
import { updateMember } from "./update-member.ts";

@Resolver()
export class MemberResolver {
  @Query(() => MemberConnection, { description: "The members in your sight." })
  @pages(members, { where: matchesFilter, order: memberOrder })
  members(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("filter", () => MemberFilter, { nullable: true }) _filter: MemberFilter,
    @Arg("orderBy", () => MemberOrder, { defaultValue: "NAME" }) _orderBy: string,
    @Arg("direction", () => OrderDirection, { defaultValue: "ASC" }) _direction: string,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => Member, { nullable: true })
  @rowWhere(members, (member, reading) => sql`${member.badge} = ${reading.arg("badge", "text")!}`)
  member(@Arg("badge", () => String) _badge: string): never {
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
    description: "Takes a leaving back: the member is on the strength as if never gone; seats that ended stay ended.",
  })
  async returnMember(
    @Arg("input", () => ReturnMemberInput) input: ReturnMemberInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await returnMember(ctx, input));
  }
}
