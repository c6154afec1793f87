import {
  caseAnswers,
  communityFeedbacks,
  dispositions,
  linkageResponses,
  rectifications,
  sceneReports,
  taskResults,
} from "@maple-bridge/drizzle/tables";
import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, Node, typeOfRow } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { RunReport } from "#modules/checklists";
import { withItem } from "#modules/work";
import { CommunityFeedbackKind } from "./order.enums.ts";

@ObjectType({ implements: Node, description: "接处警反馈: what was found at the scene." })
@From(sceneReports, withItem)
export class SceneReport {
  @Field(() => ID) @column(sceneReports.id) id!: string;
  @Field(() => Int) @column(sceneReports.round) round!: number;
  @Field(() => DateTime) @column(sceneReports.submittedAt) submittedAt!: string;
  @Field(() => String) @column(sceneReports.happened) happened!: string;
  @Field(() => String) @column(sceneReports.done) done!: string;
  @Field(() => String, { nullable: true }) @column(sceneReports.cause) cause?: string;
  @Field(() => String, { nullable: true }) @column(sceneReports.likelyCourse) likelyCourse?: string;
}

@ObjectType({ implements: Node, description: "案件分流反馈: taken on as a case or not." })
@From(caseAnswers, withItem)
export class CaseAnswer {
  @Field(() => ID) @column(caseAnswers.id) id!: string;
  @Field(() => Int) @column(caseAnswers.round) round!: number;
  @Field(() => DateTime) @column(caseAnswers.submittedAt) submittedAt!: string;
  @Field(() => Boolean) @column(caseAnswers.isTakenOn) isTakenOn!: boolean;
  @Field(() => String, { nullable: true }) @column(caseAnswers.caseNumber) caseNumber?: string;
  @Field(() => String, { nullable: true }) @column(caseAnswers.reason) reason?: string;
}

@ObjectType({ implements: Node, description: "社区反馈: what came of a dispute, a hazard or a call for help." })
@From(communityFeedbacks, withItem)
export class CommunityFeedback {
  @Field(() => ID) @column(communityFeedbacks.id) id!: string;
  @Field(() => Int) @column(communityFeedbacks.round) round!: number;
  @Field(() => DateTime) @column(communityFeedbacks.submittedAt) submittedAt!: string;
  @Field(() => CommunityFeedbackKind) @column(communityFeedbacks.kind) kind!: CommunityFeedbackKind;
  @Field(() => Boolean) @column(communityFeedbacks.isResolved) isResolved!: boolean;
  @Field(() => String) @column(communityFeedbacks.done) done!: string;
  @Field(() => String, { nullable: true }) @column(communityFeedbacks.furtherNeed) furtherNeed?: string;
}

@ObjectType({ implements: Node, description: "监督反馈: a rectification 整改." })
@From(rectifications, withItem)
export class Rectification {
  @Field(() => ID) @column(rectifications.id) id!: string;
  @Field(() => Int) @column(rectifications.round) round!: number;
  @Field(() => DateTime) @column(rectifications.submittedAt) submittedAt!: string;
  @Field(() => String) @column(rectifications.cause) cause!: string;
  @Field(() => String) @column(rectifications.done) done!: string;
}

@ObjectType({ implements: Node, description: "联动反馈: a partner's response." })
@From(linkageResponses, withItem)
export class LinkageResponse {
  @Field(() => ID) @column(linkageResponses.id) id!: string;
  @Field(() => Int) @column(linkageResponses.round) round!: number;
  @Field(() => DateTime) @column(linkageResponses.submittedAt) submittedAt!: string;
  @Field(() => Boolean) @column(linkageResponses.isTakenOn) isTakenOn!: boolean;
  @Field(() => String) @column(linkageResponses.response) response!: string;
}

@ObjectType({ implements: Node, description: "What came of a task 任务反馈." })
@From(taskResults, withItem)
export class TaskResult {
  @Field(() => ID) @column(taskResults.id) id!: string;
  @Field(() => Int) @column(taskResults.round) round!: number;
  @Field(() => DateTime) @column(taskResults.submittedAt) submittedAt!: string;
  @Field(() => String) @column(taskResults.done) done!: string;
  @Field(() => Int, { nullable: true }) @column(taskResults.count) count?: number;
  @Field(() => Int, { nullable: true, description: "What it took, in minutes." })
  @column(taskResults.minutes)
  minutes?: number;
}

@ObjectType({ implements: Node, description: "What the first receiver has done with a matter 首接处置." })
@From(dispositions, withItem)
export class Disposition {
  @Field(() => ID) @column(dispositions.id) id!: string;
  @Field(() => Int) @column(dispositions.round) round!: number;
  @Field(() => DateTime) @column(dispositions.submittedAt) submittedAt!: string;
  @Field(() => String) @column(dispositions.settled) settled!: string;
}

export const Feedback = createUnionType({
  name: "Feedback",
  description: "What was brought back 反馈: of each kind of work its own.",
  types: () =>
    [
      SceneReport,
      CaseAnswer,
      CommunityFeedback,
      Rectification,
      LinkageResponse,
      TaskResult,
      Disposition,
      RunReport,
    ] as const,
  resolveType: typeOfRow,
});
