import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { DateTime, LocalDate } from "#kernel/scalars";
import { RunReportInput } from "#modules/checklists";
import { AddressInput, OrderKind, Urgency } from "#modules/work";
import { CommunityFeedbackKind } from "./order.enums.ts";

@InputType({ description: "One order 指令 about a matter, to each address one." })
export class IssueOrderInput extends CommandInput {
  @Field(() => ID) matterId!: string;
  @Field(() => OrderKind, { description: "Not SUPERVISION: that is of other work, by superviseWork." })
  orderKind!: OrderKind;
  @Field(() => [AddressInput], {
    description:
      "1 to 100. A case goes to units, a community order to seats, a linkage order to partner units, an incident order anywhere.",
  })
  to!: AddressInput[];
  @Field(() => Urgency, { nullable: true, description: "The matter's, without." }) urgency?: Urgency | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Up to 100 characters; the matter's, without. A linkage order needs it: the partner sees this, not the matter.",
  })
  title?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Up to 2,000 characters; of a linkage order the summary for the partner, which it needs.",
  })
  instructions?: string | null;
  @Field(() => Int, { nullable: true, description: "Photos that the feedback needs, 0 to 20." })
  photosAtLeast?: number | null;
}

@InputType({ description: "Another order that follows from a feedback 跟进, in place of closing alone." })
export class FollowUpWorkInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => OrderKind) orderKind!: OrderKind;
  @Field(() => AddressInput) to!: AddressInput;
  @Field(() => Urgency, { nullable: true }) urgency?: Urgency | null;
  @Field(() => String, {
    nullable: true,
    description: "Up to 100 characters; the order's, without. A linkage order needs one of its own.",
  })
  title?: string | null;
  @Field(() => String, { nullable: true, description: "Up to 2,000 characters." }) instructions?: string | null;
  @Field(() => Int, { nullable: true, description: "0 to 20." }) photosAtLeast?: number | null;
  @Field(() => String, { nullable: true, description: "What the feedback was found to be: up to 500 characters." })
  reason?: string | null;
}

@InputType({ description: "A task 任务, to each address one." })
export class IssueTaskInput extends CommandInput {
  @Field(() => String, { description: "1 to 100 characters." }) title!: string;
  @Field(() => String, { nullable: true, description: "Up to 2,000 characters." }) instructions?: string | null;
  @Field(() => [AddressInput], { description: "1 to 300." }) to!: AddressInput[];
  @Field(() => Urgency, { nullable: true, description: "ORDINARY without." }) urgency?: Urgency | null;
  @Field(() => DateTime, { nullable: true, description: "Not yet open before; now without." }) opensAt?: Date | null;
  @Field(() => LocalDate, { nullable: true, description: "The last day for it; the rule's time without." })
  dueOn?: string | null;
  @Field(() => Int, { nullable: true, description: "What it takes whoever does it, in minutes: 1 to 10,000." })
  burdenMinutes?: number | null;
  @Field(() => Int, { nullable: true, description: "0 to 20." }) photosAtLeast?: number | null;
  @Field(() => String, {
    nullable: true,
    description: "Up to 500 characters; needed where it brings somebody over the cap of hours.",
  })
  reason?: string | null;
}

@InputType({ description: "接处警: what was found at the scene." })
export class SceneReportInput {
  @Field(() => String, { description: "What happened: 1 to 2,000 characters." }) happened!: string;
  @Field(() => String, { description: "What was done: 1 to 2,000 characters." }) done!: string;
  @Field(() => String, { nullable: true, description: "Up to 1,000 characters." }) cause?: string | null;
  @Field(() => String, { nullable: true, description: "How it is likely to go on: up to 1,000 characters." })
  likelyCourse?: string | null;
}

@InputType({ description: "案件分流: with its number where it is taken on as a case, with the reason where not." })
export class CaseAnswerInput {
  @Field(() => Boolean) isTakenOn!: boolean;
  @Field(() => String, { nullable: true, description: "Up to 50 characters." }) caseNumber?: string | null;
  @Field(() => String, { nullable: true, description: "Up to 1,000 characters." }) reason?: string | null;
}

@InputType({ description: "社区: what came of it." })
export class CommunityFeedbackInput {
  @Field(() => CommunityFeedbackKind) kind!: CommunityFeedbackKind;
  @Field(() => Boolean, { description: "A dispute settled, a hazard put right, help given." }) isResolved!: boolean;
  @Field(() => String, { description: "1 to 2,000 characters." }) done!: string;
  @Field(() => String, { nullable: true, description: "What is still needed, of whom: up to 1,000 characters." })
  furtherNeed?: string | null;
}

@InputType({ description: "监督: why it was so, and what was put right." })
export class RectificationInput {
  @Field(() => String, { description: "1 to 1,000 characters." }) cause!: string;
  @Field(() => String, { description: "1 to 2,000 characters." }) done!: string;
}

@InputType({ description: "联动: the partner's response." })
export class LinkageResponseInput {
  @Field(() => Boolean) isTakenOn!: boolean;
  @Field(() => String, { description: "1 to 2,000 characters." }) response!: string;
}

@InputType({ description: "What came of a task." })
export class TaskResultInput {
  @Field(() => String, { description: "1 to 2,000 characters." }) done!: string;
  @Field(() => Int, { nullable: true, description: "How many, 0 to 1,000,000." }) count?: number | null;
  @Field(() => Int, { nullable: true, description: "What it took, in minutes: 1 to 10,000." }) minutes?: number | null;
}

@InputType({ description: "The feedback 反馈 that goes with the kind of work, and no other." })
export class SubmitWorkInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => SceneReportInput, { nullable: true }) sceneReport?: SceneReportInput | null;
  @Field(() => CaseAnswerInput, { nullable: true }) caseAnswer?: CaseAnswerInput | null;
  @Field(() => CommunityFeedbackInput, { nullable: true }) communityFeedback?: CommunityFeedbackInput | null;
  @Field(() => RectificationInput, { nullable: true }) rectification?: RectificationInput | null;
  @Field(() => LinkageResponseInput, { nullable: true }) linkageResponse?: LinkageResponseInput | null;
  @Field(() => TaskResultInput, { nullable: true }) taskResult?: TaskResultInput | null;
  @Field(() => RunReportInput, { nullable: true }) runReport?: RunReportInput | null;
}
