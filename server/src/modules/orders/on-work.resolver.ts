import { workEvents, workItems } from "@maple-bridge/drizzle/tables";
import { FieldResolver, Resolver } from "type-graphql";
import { anyOf } from "#kernel/read";
import { WorkEvent, WorkItem } from "#modules/work";
import { Feedback } from "./feedback.types.ts";

@Resolver(() => WorkItem)
export class FeedbackOnItem {
  @FieldResolver(() => Feedback, {
    nullable: true,
    description: "The latest; earlier rounds' stand with their events.",
  })
  @anyOf(workItems.feedbackType, workItems.feedbackId)
  feedback(): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => WorkEvent)
export class FeedbackOnEvent {
  @FieldResolver(() => Feedback, { nullable: true, description: "What a SUBMIT brought back." })
  @anyOf(workEvents.feedbackType, workEvents.feedbackId)
  feedback(): never {
    throw new Error("read by its source");
  }
}
