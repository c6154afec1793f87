import type {
  ChecklistContentInput,
  ChecklistDetailsQuery,
  ChecklistItemInput,
  ChecklistVersionFieldsFragment,
  ClosedDayRule,
  EvidenceKind,
  FailingRule,
} from "@maple-bridge/schema/documents";
import { closedDayOf, type Recurring, recurringOf, ruleOf } from "./recurrence.ts";

export type Checklist = NonNullable<ChecklistDetailsQuery["checklistTemplate"]>;
export type Version = ChecklistVersionFieldsFragment;

export const evidenceKinds = ["COUNT", "CHOICE", "TEXT", "PLACE", "PHOTO"] as const satisfies readonly EvidenceKind[];
export const closedDayRules = ["KEEP", "SKIP", "BEFORE", "AFTER"] as const satisfies readonly ClosedDayRule[];

/** How an item may fail, by how it is answered. */
export const failingOf: Readonly<Record<EvidenceKind, readonly FailingRule[]>> = {
  COUNT: ["NEVER", "ABOVE", "BELOW"],
  CHOICE: ["NEVER", "CHOSEN"],
  TEXT: ["NEVER", "TOLD"],
  PLACE: ["NEVER", "TOLD"],
  PHOTO: ["NEVER", "TOLD"],
};

/** What the form of a version holds: its recurrence in words. */
export interface ContentValues {
  recurring?: Recurring;
  content: Omit<ChecklistContentInput, "recurrence">;
}

/** The draft that is to be published, or else what holds or held last. */
export const draftIn = ({ versions }: Pick<Checklist, "versions">) => versions.find(({ state }) => state === "DRAFT");
export const shownOf = ({ versions }: Pick<Checklist, "versions">) =>
  versions.find(({ isInForce }) => isInForce) ?? versions.find(({ state }) => state !== "DISCARDED") ?? versions[0];

/** All that a version says, as it is sent again. */
export function inputOf(version: Version): ChecklistContentInput {
  const { startsOn, lastOn, recurrence, onClosedDay, windowDays, graceDays, lateDays } = version;
  const { burdenMinutes, serves, isReviewed, note, items, owers } = version;
  return {
    startsOn,
    lastOn,
    recurrence,
    onClosedDay,
    windowDays,
    graceDays,
    lateDays,
    burdenMinutes,
    serves,
    isReviewed,
    note,
    items: items.map(askedOf),
    owers: owers.map(({ duty, gridKind, complexity }) => ({ duty, gridKind, complexity })),
  };
}

function askedOf(item: Version["items"][number]): ChecklistItemInput {
  const { code, wording, evidence, isRequired, least, most, choices } = item;
  const { fails, failsBound, failingChoices, finds, hazardCategory, isOurs } = item;
  return {
    code,
    wording,
    evidence,
    isRequired,
    least,
    most,
    choices,
    fails,
    failsBound,
    failingChoices,
    finds,
    hazardCategory,
    isOurs,
  };
}

export function valuesOf(version: Version | undefined): ContentValues {
  if (!version)
    return {
      recurring: { every: "WEEKLY", weekdays: ["MO"] },
      content: { windowDays: 7, graceDays: 0, lateDays: 30, burdenMinutes: 30, isReviewed: true, items: [], owers: [] },
    };
  const { recurrence, ...content } = inputOf(version);
  return { recurring: recurringOf(recurrence, version.onClosedDay), content };
}

/** As it is sent: of each item what goes with how it is answered, and no more. */
export function contentOf({ recurring = {}, content }: ContentValues): ChecklistContentInput {
  return {
    ...content,
    recurrence: ruleOf(recurring),
    onClosedDay: closedDayOf(recurring, content.onClosedDay ?? undefined),
    note: content.note?.trim() || null,
    items: content.items?.map(itemOf) ?? [],
  };
}

function itemOf(item: ChecklistItemInput): ChecklistItemInput {
  const { code, wording, evidence, isRequired, isOurs, least, most, choices } = item;
  const finds = (evidence === "COUNT" && item.finds) || null;
  const fails = (!finds && failingOf[evidence].find((rule) => rule === item.fails)) || "NEVER";
  return {
    code: code.trim().toUpperCase(),
    wording,
    evidence,
    isRequired: isRequired ?? true,
    isOurs: isOurs ?? false,
    ...(evidence === "COUNT" && { least: least ?? null, most: most ?? null }),
    ...(evidence === "CHOICE" && { choices: choices ?? [] }),
    fails,
    ...((fails === "ABOVE" || fails === "BELOW") && { failsBound: item.failsBound ?? null }),
    ...(fails === "CHOSEN" && { failingChoices: item.failingChoices ?? [] }),
    finds,
    hazardCategory: fails === "NEVER" && !finds ? null : (item.hazardCategory ?? null),
  };
}

/** One that no other item of the version has. */
export function freshCode(items: readonly ({ code?: string } | undefined)[]): string {
  const taken = new Set(items.map((item) => item?.code));
  let number = items.length + 1;
  while (taken.has(`ITEM_${number}`)) number++;
  return `ITEM_${number}`;
}
