import { checklistItems, checklistOwers, checklistTemplates, checklistVersions } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  everyones,
  type Fragment,
  From,
  many,
  Node,
  one,
  onlyBy,
  type Reading,
  type Ref,
  type RowOf,
  rowUnder,
  sql,
  sqlOf,
  today,
  viewerMay,
} from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { SixRole } from "#modules/catalogue";
import { Complexity, Duty, GridKind } from "#modules/grids";
import { MatterKind } from "#modules/matters";
import { Unit } from "#modules/organisation";
import { ChecklistState, ClosedDayRule, EvidenceKind, FailingRule } from "./checklist.enums.ts";
import { mayManageChecklists } from "./checklist.policy.ts";

@ObjectType({ description: "One thing that a checklist asks for." })
@From(checklistItems, { visibleTo: onlyBy("ChecklistVersion.items") })
export class ChecklistItem {
  @Field(() => ID) @column(checklistItems.id) id!: string;
  @Field(() => Int, { description: "From 1." }) @column(checklistItems.position) position!: number;
  @Field(() => String, { description: "The same from version to version." }) @column(checklistItems.code) code!: string;
  @Field(() => String) @column(checklistItems.wording) wording!: string;
  @Field(() => EvidenceKind) @column(checklistItems.evidence) evidence!: EvidenceKind;
  @Field(() => Boolean) @column(checklistItems.isRequired) isRequired!: boolean;
  @Field(() => Int, { nullable: true, description: "Of a COUNT." }) @column(checklistItems.least) least?: number;
  @Field(() => Int, { nullable: true, description: "Of a COUNT." }) @column(checklistItems.most) most?: number;
  @Field(() => [String], { nullable: true, description: "Of a CHOICE, in order." })
  @column(checklistItems.choices)
  choices?: string[];
  @Field(() => FailingRule) @column(checklistItems.fails) fails!: FailingRule;
  @Field(() => Int, { nullable: true }) @column(checklistItems.failsBound) failsBound?: number;
  @Field(() => [String], { nullable: true }) @column(checklistItems.failingChoices) failingChoices?: string[];
  @Field(() => MatterKind, {
    nullable: true,
    description: "Of a COUNT of what was found: each is registered as a matter of this kind.",
  })
  @column(checklistItems.finds)
  finds?: MatterKind;
  @Field(() => String, {
    nullable: true,
    description: "The code of the category that what it opens is registered under.",
  })
  @column(checklistItems.hazardCategory)
  hazardCategory?: string;
  @Field(() => Boolean, { description: "Its wording is our own reading of what a source only names." })
  @column(checklistItems.isOurs)
  isOurs!: boolean;
}

@ObjectType({ description: "Whose seats owe a checklist's runs." })
@From(checklistOwers, { visibleTo: onlyBy("ChecklistVersion.owers") })
export class ChecklistOwer {
  @Field(() => ID) @column(checklistOwers.id) id!: string;
  @Field(() => Duty) @column(checklistOwers.duty) duty!: Duty;
  @Field(() => GridKind, { nullable: true, description: "Null for any." })
  @column(checklistOwers.gridKind)
  gridKind?: GridKind;
  @Field(() => Complexity, { nullable: true, description: "Null for any." })
  @column(checklistOwers.complexity)
  complexity?: Complexity;
}

type Version = RowOf<typeof checklistVersions>;

const isInForce = ({ state, startsOn, lastOn, supersededOn }: Version, reading: Reading): Fragment => sql`
  (${state} = 'PUBLISHED' and ${startsOn} <= ${today(reading)} and coalesce(${lastOn} >= ${today(reading)}, true)
    and coalesce(${supersededOn} > ${today(reading)}, true))`;

@ObjectType({
  implements: Node,
  description:
    "A version of a checklist 检查清单版本. A run keeps the one that it opened with; what is published is never changed.",
})
@From(checklistVersions, {
  visibleTo: everyones("what is asked of seats names nobody, and whoever has a run reads it"),
})
export class ChecklistVersion {
  @Field(() => ID) @column(checklistVersions.id) id!: string;
  @Field(() => ChecklistTemplate) @one(checklistVersions.templateId) template!: Ref<ChecklistTemplate>;
  @Field(() => Int, { description: "From 1." }) @column(checklistVersions.number) number!: number;
  @Field(() => ChecklistState) @column(checklistVersions.state) state!: ChecklistState;
  @Field(() => Boolean, { description: "Whether it is the one that holds today." })
  @sqlOf(checklistVersions, isInForce)
  isInForce!: boolean;
  @Field(() => LocalDate, { nullable: true, description: "The first day on which a run may fall." })
  @column(checklistVersions.startsOn)
  startsOn?: string;
  @Field(() => LocalDate, { nullable: true, description: "The last one; null for no end." })
  @column(checklistVersions.lastOn)
  lastOn?: string;
  @Field(() => LocalDate, { nullable: true, description: "From this day on the next version holds." })
  @column(checklistVersions.supersededOn)
  supersededOn?: string;
  @Field(() => String, {
    nullable: true,
    description: "On which days: an RRULE (RFC 5545), as in FREQ=WEEKLY;BYDAY=MO.",
  })
  @column(checklistVersions.recurrence)
  recurrence?: string;
  @Field(() => ClosedDayRule) @column(checklistVersions.onClosedDay) onClosedDay!: ClosedDayRule;
  @Field(() => Int, { description: "For so many days a run is open, its own with them." })
  @column(checklistVersions.windowDays)
  windowDays!: number;
  @Field(() => Int, { description: "So many days after its window it is missed 漏办." })
  @column(checklistVersions.graceDays)
  graceDays!: number;
  @Field(() => Int, { description: "For so many days after that it may be filled in late 补办." })
  @column(checklistVersions.lateDays)
  lateDays!: number;
  @Field(() => Int, { description: "What a run takes, in minutes." })
  @column(checklistVersions.burdenMinutes)
  burdenMinutes!: number;
  @Field(() => SixRole, { nullable: true, description: "Which of the 六员 it serves." })
  @column(checklistVersions.serves)
  serves?: SixRole;
  @Field(() => Boolean, {
    description: "Whether the chief accepts or returns what is brought back; else a run closes itself.",
  })
  @column(checklistVersions.isReviewed)
  isReviewed!: boolean;
  @Field(() => String, { nullable: true }) @column(checklistVersions.note) note?: string;
  @Field(() => LocalDate, { nullable: true, description: "The first day whose runs were to be made." })
  @column(checklistVersions.madeFrom)
  madeFrom?: string;
  @Field(() => DateTime, { nullable: true }) @column(checklistVersions.publishedAt) publishedAt?: string;
  @Field(() => String, { nullable: true, description: "Whose account has published it." })
  @column(checklistVersions.publishedBy)
  publishedBy?: string;
  @Field(() => [ChecklistItem], { description: "In their order." })
  @many(checklistItems, {
    about: 8,
    inAll: 3_000,
    child: checklistItems.versionId,
    order: (item) => sql`${item.position}`,
  })
  items!: ChecklistItem[];
  @Field(() => [ChecklistOwer])
  @many(checklistOwers, { about: 2, inAll: 1_000, child: checklistOwers.versionId, order: (ower) => sql`${ower.id}` })
  owers!: ChecklistOwer[];
}

type Template = RowOf<typeof checklistTemplates>;

const isInUse = ({ retiredAt }: Template): Fragment => sql`${retiredAt} is null`;
const hasDraft = (template: Template, reading: Reading): Fragment => sql`
  exists (select from checklist_versions d where d.bureau_id = ${reading.bureau} and d.template_id = ${template.id} and d.state = 'DRAFT')`;
const hasDraftInUse = (template: Template, reading: Reading): Fragment =>
  sql`(${isInUse(template)} and ${hasDraft(template, reading)})`;

@ObjectType({
  implements: Node,
  description: "A checklist 检查清单: what seats are asked to do and find, again and again, in versions.",
})
@From(checklistTemplates, {
  visibleTo: everyones("what is asked of seats names nobody, and whoever has a run reads it"),
})
export class ChecklistTemplate {
  @Field(() => ID) @column(checklistTemplates.id) id!: string;
  @Field(() => String, { description: "Unique in the bureau; runs are numbered by it." })
  @column(checklistTemplates.code)
  code!: string;
  @Field(() => String) @column(checklistTemplates.name) name!: string;
  @Field(() => Unit, {
    nullable: true,
    description: "The station that it is of; null for the whole bureau's, and for one out of your sight.",
  })
  @one(checklistTemplates.stationId)
  station?: Ref<Unit>;
  @Field(() => Boolean, { description: "Whether it is the whole bureau's, and no single station's." })
  @sqlOf(checklistTemplates, ({ stationId }) => sql`${stationId} is null`)
  isOfBureau!: boolean;
  @Field(() => Boolean, { description: "Whether what holds today has no recurrence: its runs are begun by hand." })
  @sqlOf(
    checklistTemplates,
    (template, reading) => sql`
    (${template.retiredAt} is null and exists (select from checklist_versions v where v.bureau_id = ${reading.bureau} and v.template_id = ${template.id}
      and v.recurrence is null and ${isInForce(rowUnder(checklistVersions, "v"), reading)}))`,
  )
  isBegunByHand!: boolean;
  @Field(() => LocalDate, { nullable: true, description: "The last day whose runs have all been made." })
  @column(checklistTemplates.madeThrough)
  madeThrough?: string;
  @Field(() => DateTime, { nullable: true }) @column(checklistTemplates.retiredAt) retiredAt?: string;
  @Field(() => [ChecklistVersion], { description: "The newest first." })
  @many(checklistVersions, {
    about: 3,
    inAll: 500,
    child: checklistVersions.templateId,
    order: (version) => sql`${version.number} desc`,
  })
  versions!: ChecklistVersion[];
  @Field(() => Int) @column(checklistTemplates.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String])
  @viewerMay(checklistTemplates, ({ stationId }) => stationId, [
    { action: "SET_CHECKLIST_DRAFT", policy: mayManageChecklists, when: isInUse },
    { action: "PUBLISH_CHECKLIST", policy: mayManageChecklists, when: hasDraftInUse },
    { action: "DISCARD_CHECKLIST_DRAFT", policy: mayManageChecklists, when: hasDraftInUse },
    { action: "RENAME_CHECKLIST", policy: mayManageChecklists, when: isInUse },
    { action: "RETIRE_CHECKLIST", policy: mayManageChecklists, when: isInUse },
  ])
  viewerMay!: string[];
}

export const ChecklistTemplateConnection = connectionOf("ChecklistTemplate", () => ChecklistTemplate);
