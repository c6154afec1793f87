import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { StepAnswer, StepWorkItemsInput } from "./bulk.types.ts";
import { stepWorkItems } from "./step-work-items.ts";

@Resolver()
export class BulkResolver {
  @Mutation(() => [StepAnswer], {
    description:
      "Takes one step of many items, by the same path as one alone, with an answer for each in the order given.",
  })
  stepWorkItems(@Arg("input", () => StepWorkItemsInput) input: StepWorkItemsInput, @Ctx() ctx: Context) {
    return stepWorkItems(ctx, input);
  }
}
