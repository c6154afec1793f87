import { registerEnumType } from "type-graphql";

export const ChecklistState = { DRAFT: "DRAFT", PUBLISHED: "PUBLISHED", DISCARDED: "DISCARDED" } as const;
export type ChecklistState = keyof typeof ChecklistState;
registerEnumType(ChecklistState, {
  name: "ChecklistState",
  description: "What is published or discarded is never changed.",
});

export const ClosedDayRule = { SKIP: "SKIP", KEEP: "KEEP", BEFORE: "BEFORE", AFTER: "AFTER" } as const;
export type ClosedDayRule = keyof typeof ClosedDayRule;
registerEnumType(ClosedDayRule, {
  name: "ClosedDayRule",
  description:
    "What becomes of a run whose day the calendar has closed: there is none 跳过, it stays 照常, it is of the last open day before 提前 or the next one after 顺延. Days that come to lie on one are one.",
});

export const EvidenceKind = {
  COUNT: "COUNT",
  TEXT: "TEXT",
  CHOICE: "CHOICE",
  PHOTO: "PHOTO",
  PLACE: "PLACE",
} as const;
export type EvidenceKind = keyof typeof EvidenceKind;
registerEnumType(EvidenceKind, {
  name: "EvidenceKind",
  description:
    "What an item is answered by: a number 计数, a text 文字, one of its choices 选项, a photo 照片, a place 地点.",
});

export const FailingRule = {
  NEVER: "NEVER",
  ABOVE: "ABOVE",
  BELOW: "BELOW",
  CHOSEN: "CHOSEN",
  TOLD: "TOLD",
} as const;
export type FailingRule = keyof typeof FailingRule;
registerEnumType(FailingRule, {
  name: "FailingRule",
  description:
    "When an answer fails, and opens a hazard: never, a count above or below a bound, one of some choices, or any answer at all.",
});

export const ChecklistBeginning = { TODAY: "TODAY", THIS_WEEK: "THIS_WEEK", START: "START" } as const;
export type ChecklistBeginning = keyof typeof ChecklistBeginning;
registerEnumType(ChecklistBeginning, {
  name: "ChecklistBeginning",
  description:
    "The first day of which runs are made: today, the Monday of this week, or the day on which the version starts. Never before that.",
});

export const ChecklistPreset = {
  WEEKLY_VISIT: "WEEKLY_VISIT",
  PATROL: "PATROL",
  NINE_STEPS: "NINE_STEPS",
  PLACES: "PLACES",
  FIRE: "FIRE",
  PUBLICITY: "PUBLICITY",
  NAMED_ONLY: "NAMED_ONLY",
} as const;
export type ChecklistPreset = keyof typeof ChecklistPreset;
registerEnumType(ChecklistPreset, {
  name: "ChecklistPreset",
  description:
    "Checklists to begin with. Their titles are from reports; items marked `isOurs` are our own wording. NAMED_ONLY are those of which no more than the name is known: they come without items.",
});
