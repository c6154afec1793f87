import { Arg, ID, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { many } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { stepBy, WorkItem } from "#modules/work";
import { followUpWork } from "./follow-up-work.ts";
import { funnel } from "./funnel.rows.ts";
import { OrderFunnelStage } from "./funnel.types.ts";
import { issueOrder } from "./issue-order.ts";
import { issueTask } from "./issue-task.ts";
import { FollowUpWorkInput, IssueOrderInput, IssueTaskInput, SubmitWorkInput } from "./order.inputs.ts";
import { submitWork } from "./submit-work.ts";

@Resolver()
export class OrderResolver {
  @Query(() => [OrderFunnelStage], {
    description:
      "Orders issued from one day to another, both with it, in the unit and below it: a stage for each kind.",
  })
  @many(funnel, { about: 5, order: ({ position }) => position })
  orderFunnel(
    @Arg("unitId", () => ID) _unitId: string,
    @Arg("from", () => LocalDate) _from: string,
    @Arg("to", () => LocalDate) _to: string,
  ): never {
    throw new Error("read by its source");
  }
}

export const OrderMutations = mutations({
  issueOrder: mutation({
    input: IssueOrderInput,
    gives: [WorkItem],
    does: issueOrder,
    description: "下达指令: one item for each address, which share a `batchId`.",
  }),
  issueTask: mutation({
    input: IssueTaskInput,
    gives: [WorkItem],
    does: issueTask,
    description: "下达任务: one item for each address, which share a `batchId`.",
  }),
  submitWork: mutation({
    input: SubmitWorkInput,
    gives: WorkItem,
    staysInSight: true,
    does: submitWork,
    description:
      "反馈: refused without the feedback that goes with the kind of work, and until all its evidence is in.",
  }),
  followUpWork: mutation({
    input: FollowUpWorkInput,
    gives: WorkItem,
    does: stepBy("FOLLOW_UP", followUpWork),
    description:
      "跟进: closes the order and issues the next, in one. Gives the order that was closed; the new one is its child.",
  }),
});
