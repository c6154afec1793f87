import { runReports } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, many, Node, one, onlyBy, type Ref, sql } from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { EvidenceFile } from "#modules/evidence";
import { Matter, MatterKind } from "#modules/matters";
import { withItem } from "#modules/work";
import { EvidenceKind } from "./checklist.enums.ts";
import { ChecklistVersion } from "./checklist.types.ts";
import { answers } from "./run.rows.ts";

@ObjectType({ description: "What was answered to one item, in the wording of the version that the run opened with." })
@From(answers, { visibleTo: onlyBy("RunReport.answers") })
export class RunAnswer {
  @Field(() => ID) @column(answers.id) id!: string;
  @Field(() => Int) @column(answers.position) position!: number;
  @Field(() => String) @column(answers.code) code!: string;
  @Field(() => String) @column(answers.wording) wording!: string;
  @Field(() => EvidenceKind) @column(answers.evidence) evidence!: EvidenceKind;
  @Field(() => Int, { nullable: true }) @column(answers.count) count?: number;
  @Field(() => String, { nullable: true, description: "Of a TEXT or a PLACE." }) @column(answers.told) told?: string;
  @Field(() => String, { nullable: true }) @column(answers.choice) choice?: string;
  @Field(() => EvidenceFile, { nullable: true }) @one(answers.photoId) photo?: Ref<EvidenceFile>;
  @Field(() => Boolean) @column(answers.isFailed) isFailed!: boolean;
  @Field(() => String, { nullable: true, description: "Of one that fails: what is wrong." })
  @column(answers.wrong)
  wrong?: string;
  @Field(() => MatterKind, {
    nullable: true,
    description: "Of a count of what was found: the kind of the matters, which `matters` has by the filter `foundBy`.",
  })
  @column(answers.finds)
  finds?: MatterKind;
  @Field(() => [String], { nullable: true, description: "Of such a count: each, as it was told." })
  @column(answers.found)
  found?: string[];
  @Field(() => Matter, {
    nullable: true,
    description:
      "The hazard that the item has opened in this round or an earlier one; null too when out of your sight.",
  })
  @one(answers.hazardId)
  hazard?: Ref<Matter>;
}

@ObjectType({ implements: Node, description: "What was found on a run of a checklist 检查结果." })
@From(runReports, withItem)
export class RunReport {
  @Field(() => ID) @column(runReports.id) id!: string;
  @Field(() => Int) @column(runReports.round) round!: number;
  @Field(() => DateTime) @column(runReports.submittedAt) submittedAt!: string;
  @Field(() => ChecklistVersion) @one(runReports.versionId) checklist!: Ref<ChecklistVersion>;
  @Field(() => LocalDate, { nullable: true, description: "When it was done, where it was filled in late." })
  @column(runReports.visitedOn)
  visitedOn?: string;
  @Field(() => String, { nullable: true }) @column(runReports.note) note?: string;
  @Field(() => [RunAnswer], { description: "In the order of the items; those that were left out are left out." })
  @many(answers, { about: 8, perRow: true, child: answers.reportId, order: (answer) => sql`${answer.position}` })
  answers!: RunAnswer[];
}
