import { handoverItems, workEvents, workItems } from "@maple-bridge/drizzle/tables";
import { Arg, Args, FieldResolver, ID, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, one, PageArgs, pages, sql, sqlOf } from "#kernel/read";
import { Member, memberRows } from "#modules/members";
import { beginHandover } from "./begin-handover.ts";
import { confirmHandover, declineHandover, withdrawHandover } from "./end-handover.ts";
import { HandoverFilter, handoverOrders } from "./handover-filter.types.ts";
import { BeginHandoverInput, ConfirmHandoverInput, EndHandoverInput } from "./handover.inputs.ts";
import { isFree, mayBegin, workOfGiver } from "./handover.rows.ts";
import { Handover, HandoverConnection, HandoverItem } from "./handover.types.ts";
import { WorkEvent } from "./work-event.types.ts";
import { WorkItemConnection } from "./work-item.types.ts";

export const HandoverLists = lists({
  handovers: listOf({
    gives: HandoverConnection,
    filter: HandoverFilter,
    orders: handoverOrders,
    description: "The handovers in your sight 交接.",
  }),
});

@Resolver()
export class HandoverResolver {
  @Query(() => WorkItemConnection, {
    description: "What the giver has to hand over to the taker, the first due first: as `beginHandover` takes it.",
  })
  @pages(workItems, {
    where: (item, reading) => {
      const [giver, taker] = [reading.arg("giverId", "uuid")!, reading.arg("takerId", "uuid")!];
      return sql`(${item.id} in ${workOfGiver({ giver: sql`${giver}`, taker: sql`${taker}` }, reading)} and ${isFree(item.id, reading)})`;
    },
    order: (item) => ({ terms: [{ by: sql`coalesce(${item.nextDueAt}, 'infinity')`, type: "timestamptz" }] }),
  })
  workToHandOver(
    @Args(() => PageArgs) _args: PageArgs,
    @Arg("giverId", () => ID) _giverId: string,
    @Arg("takerId", () => ID) _takerId: string,
  ): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => Member)
export class HandoverOnMember {
  @FieldResolver(() => Boolean, {
    description:
      "Whether you may begin to hand over the member's open work: there is some, and it is yours, or the member has left or is away and you command.",
  })
  @sqlOf(memberRows, (member, reading) => (reading.caller.mayWrite ? mayBegin(member, reading) : sql`false`))
  viewerMayHandOver(): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => WorkEvent)
export class HandoverOnEvent {
  @FieldResolver(() => HandoverItem, { nullable: true, description: "Of HAND_OVER by a handover." })
  @one(workEvents.id, handoverItems.eventId)
  handedOver(): never {
    throw new Error("read by its source");
  }
}

export const HandoverMutations = mutations({
  beginHandover: mutation({
    input: BeginHandoverInput,
    gives: Handover,
    does: beginHandover,
    description: "发起交接: by the giver, or by who commands for one who has left or is away. Nothing moves yet.",
  }),
  confirmHandover: mutation({
    input: ConfirmHandoverInput,
    gives: Handover,
    does: confirmHandover,
    description:
      "签收: by the taker. What is still the giver's moves at once; states, due times and suspensions stay. The rest is left out and said so.",
  }),
  declineHandover: mutation({
    input: EndHandoverInput,
    gives: Handover,
    does: declineHandover,
    description: "By the taker: nothing moves.",
  }),
  withdrawHandover: mutation({
    input: EndHandoverInput,
    gives: Handover,
    does: withdrawHandover,
    description: "By the giver or who commands, until it is confirmed: nothing moves.",
  }),
});
