import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";
import { SixRole } from "#modules/catalogue";
import { Complexity, Duty, GridKind } from "#modules/grids";
import { MatterKind } from "#modules/matters";
import { ChecklistBeginning, ChecklistPreset, ClosedDayRule, EvidenceKind, FailingRule } from "./checklist.enums.ts";

@InputType({ description: "One thing that is asked for." })
export class ChecklistItemInput {
  @Field(() => String, {
    description:
      "1 to 30 capital letters, digits or underscores, once in a version. Keep it from version to version: by it answers are compared and exported.",
  })
  code!: string;
  @Field(() => String, { description: "1 to 200 characters." }) wording!: string;
  @Field(() => EvidenceKind) evidence!: EvidenceKind;
  @Field(() => Boolean, { nullable: true, description: "True without." }) isRequired?: boolean | null;
  @Field(() => Int, { nullable: true, description: "Of a COUNT: 0 without." }) least?: number | null;
  @Field(() => Int, { nullable: true, description: "Of a COUNT: up to 1,000,000; 9,999 without." }) most?:
    | number
    | null;
  @Field(() => [String], { nullable: true, description: "Of a CHOICE: 2 to 20, each of 1 to 50 characters." })
  choices?: string[] | null;
  @Field(() => FailingRule, { nullable: true, description: "NEVER without." }) fails?: FailingRule | null;
  @Field(() => Int, { nullable: true, description: "Of a COUNT that fails ABOVE or BELOW it." })
  failsBound?: number | null;
  @Field(() => [String], { nullable: true, description: "Of a CHOICE that fails when CHOSEN: some of its choices." })
  failingChoices?: string[] | null;
  @Field(() => MatterKind, {
    nullable: true,
    description:
      "Of a COUNT that never fails, up to 50: it counts what was found 发现, and each is registered as a matter of this kind.",
  })
  finds?: MatterKind | null;
  @Field(() => String, {
    nullable: true,
    description: "The code of the category under which a failed answer, or what was found, is registered.",
  })
  hazardCategory?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether its wording is the bureau's own reading of what a source only names; false without.",
  })
  isOurs?: boolean | null;
}

@InputType({ description: "Whose seats owe it: a duty at grids of a kind and a complexity, or at any." })
export class ChecklistOwerInput {
  @Field(() => Duty) duty!: Duty;
  @Field(() => GridKind, { nullable: true }) gridKind?: GridKind | null;
  @Field(() => Complexity, { nullable: true }) complexity?: Complexity | null;
}

@InputType({
  description: "What a version of a checklist says. A draft may leave its start, recurrence, items and owers open.",
})
export class ChecklistContentInput {
  @Field(() => LocalDate, { nullable: true, description: "The first day on which a run may fall." })
  startsOn?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "The last one; no end without." }) lastOn?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "On which days: an RRULE (RFC 5545; without one it is begun by hand) of FREQ (DAILY to YEARLY), INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS; as in FREQ=WEEKLY;BYDAY=MO. The last day of the month is BYMONTHDAY=-1: the 29th to 31st are refused, since some months lack them.",
  })
  recurrence?: string | null;
  @Field(() => ClosedDayRule, { nullable: true, description: "KEEP without." }) onClosedDay?: ClosedDayRule | null;
  @Field(() => Int, {
    nullable: true,
    description: "For so many days a run is open, its own day with them: 1 to 366; 1 without.",
  })
  windowDays?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "So many days after its window it is missed: 0 to 60; 0 without. Until then it is late.",
  })
  graceDays?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "For so many days after it was missed it may be filled in, late: 0 to 366; 30 without.",
  })
  lateDays?: number | null;
  @Field(() => Int, { nullable: true, description: "What a run takes, in minutes: 0 to 10,000; 0 without." })
  burdenMinutes?: number | null;
  @Field(() => SixRole, { nullable: true }) serves?: SixRole | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the chief accepts or returns what is brought back; else a run closes itself. True without.",
  })
  isReviewed?: boolean | null;
  @Field(() => String, { nullable: true, description: "Where it comes from, say: up to 500 characters." })
  note?: string | null;
  @Field(() => [ChecklistItemInput], { nullable: true, description: "In their order, up to 60." })
  items?: ChecklistItemInput[] | null;
  @Field(() => [ChecklistOwerInput], { nullable: true, description: "Up to 30." }) owers?: ChecklistOwerInput[] | null;
}

@InputType({ description: "A new checklist, with its first version as a draft." })
export class DraftChecklistInput extends CommandInput {
  @Field(() => String, {
    description:
      "A capital letter, then up to 19 more, digits or underscores; unique in the bureau. Runs are numbered by it.",
  })
  code!: string;
  @Field(() => String, { description: "1 to 50 characters." }) name!: string;
  @Field(() => ID, { nullable: true, description: "The station that it is of; the whole bureau's without." })
  stationId?: string | null;
  @Field(() => ChecklistContentInput) content!: ChecklistContentInput;
}

@InputType({
  description: "Puts all of the draft's content in the place of what it said, or begins the draft of the next version.",
})
export class SetChecklistDraftInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => ChecklistContentInput) content!: ChecklistContentInput;
}

@InputType()
export class PublishChecklistInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => ChecklistBeginning, {
    nullable: true,
    description: "TODAY without: no run is made of a day that is past.",
  })
  begins?: ChecklistBeginning | null;
}

@InputType()
export class DiscardChecklistDraftInput extends UpdateInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: "Runs that are made already keep the name that they were made under." })
export class RenameChecklistInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "1 to 50 characters." }) name!: string;
}

@InputType({
  description:
    "Begins a run of a checklist without a recurrence, for one case at a grid: today's, at each of the grid's seats that owes it. Once a day for a seat.",
})
export class BeginRunInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => ID) gridId!: string;
  @Field(() => String, { description: "Which case: 1 to 40 characters, without names. The run is called by it." })
  about!: string;
}

@InputType({ description: "No more runs are made, open ones are cancelled, and missed ones are no longer filled in." })
export class RetireChecklistInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "1 to 200 characters." }) reason!: string;
}

@InputType({ description: "Drafts the preset's checklists; those whose code is there already are left as they are." })
export class ApplyChecklistPresetInput extends CommandInput {
  @Field(() => ChecklistPreset) preset!: ChecklistPreset;
  @Field(() => ID, { nullable: true, description: "The station that they are of; the whole bureau's without." })
  stationId?: string | null;
}

@InputType({ description: "The answer to one item: the one field that goes with its evidence." })
export class RunAnswerInput {
  @Field(() => String, { description: "The item's." }) code!: string;
  @Field(() => Int, { nullable: true }) count?: number | null;
  @Field(() => String, {
    nullable: true,
    description: "Of a TEXT, up to 500 characters; of a PLACE, up to 200, without persons.",
  })
  told?: string | null;
  @Field(() => String, { nullable: true }) choice?: string | null;
  @Field(() => ID, { nullable: true, description: "An `EvidenceFile` of the run and its round." }) photoId?:
    | string
    | null;
  @Field(() => String, {
    nullable: true,
    description: "Of an answer that fails: what is wrong 哪里不合格, up to 500 characters. The hazard is called by it.",
  })
  wrong?: string | null;
  @Field(() => [String], {
    nullable: true,
    description:
      "Of an item that counts what was found: what each is called, as many as are counted, 1 to 100 characters without names of people. Those of an earlier round come first, and stay as they were registered.",
  })
  found?: string[] | null;
}

@InputType({ description: "检查清单: what was found, item by item, by the version that the run opened with." })
export class RunReportInput {
  @Field(() => [RunAnswerInput], { description: "Each required item, and others." }) answers!: RunAnswerInput[];
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) note?: string | null;
}

@InputType({ description: "补办: a run that was missed, filled in afterwards. It stays late for ever." })
export class FillRunLateInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => RunReportInput) runReport!: RunReportInput;
  @Field(() => LocalDate, { description: "When it was done: not ahead, not before the run's day." }) visitedOn!: string;
  @Field(() => String, { description: "Why only now: 1 to 500 characters." }) reason!: string;
}
