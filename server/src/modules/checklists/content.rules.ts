import type { FieldFault } from "#kernel/errors";
import { checkCode, checkText } from "#kernel/text";
import type { SixRole } from "#modules/catalogue";
import type { Duty, GridKind } from "#modules/grids";
import type { MatterKind } from "#modules/matters";
import type { ClosedDayRule, EvidenceKind, FailingRule } from "./checklist.enums.ts";
import type { ChecklistContentInput, ChecklistItemInput } from "./checklist.inputs.ts";
import { recurrenceFaults } from "./recurrence.rules.ts";

export interface Item {
  code: string;
  wording: string;
  evidence: EvidenceKind;
  isRequired: boolean;
  least: number | null;
  most: number | null;
  choices: string[] | null;
  fails: FailingRule;
  failsBound: number | null;
  failingChoices: string[] | null;
  finds: MatterKind | null;
  hazardCategory: string | null;
  isOurs: boolean;
}

export interface Ower {
  duty: Duty;
  gridKind: GridKind | null;
  complexity: "ORDINARY" | "COMPLEX" | null;
}

/** All that a version says, as it is kept. */
export interface Content {
  startsOn: string | null;
  lastOn: string | null;
  recurrence: string | null;
  onClosedDay: ClosedDayRule;
  windowDays: number;
  graceDays: number;
  lateDays: number;
  burdenMinutes: number;
  serves: SixRole | null;
  isReviewed: boolean;
  note: string | null;
  items: Item[];
  owers: Ower[];
}

type Path = FieldFault["path"];
const mostItems = 60;
const mostOwers = 30;
/** Each that was found is told in words. */
const mostFound = 50;
const itemCode = /^[A-Z0-9_]{1,30}$/;

type Ranged = "windowDays" | "graceDays" | "lateDays" | "burdenMinutes";
const ranges: Readonly<Record<Ranged, { least: number; most: number; usual: number }>> = {
  windowDays: { least: 1, most: 366, usual: 1 },
  graceDays: { least: 0, most: 60, usual: 0 },
  lateDays: { least: 0, most: 366, usual: 30 },
  burdenMinutes: { least: 0, most: 10_000, usual: 0 },
};

/** The content as it is kept; what is wrong with it is added to `faults`. */
export function checkedContent(
  faults: FieldFault[],
  given: ChecklistContentInput,
  path: Path = ["input", "content"],
): Content {
  const inRange = (field: Ranged) => {
    const { least, most, usual } = ranges[field];
    const value = given[field] ?? usual;
    if (value < least || value > most)
      faults.push({ path: [...path, field], code: "OUT_OF_RANGE", params: { least, most } });
    return value;
  };
  if (given.recurrence) faults.push(...recurrenceFaults([...path, "recurrence"], given.recurrence));
  if (given.startsOn && given.lastOn && given.lastOn < given.startsOn)
    faults.push({ path: [...path, "lastOn"], code: "CHECKLIST_ENDS_BEFORE_IT_STARTS" });
  return {
    startsOn: given.startsOn ?? null,
    lastOn: given.lastOn ?? null,
    recurrence: given.recurrence || null,
    onClosedDay: given.onClosedDay ?? "KEEP",
    windowDays: inRange("windowDays"),
    graceDays: inRange("graceDays"),
    lateDays: inRange("lateDays"),
    burdenMinutes: inRange("burdenMinutes"),
    serves: given.serves ?? null,
    isReviewed: given.isReviewed ?? true,
    note: checkText(faults, [...path, "note"], given.note, { most: 500 }),
    items: checkedItems(faults, [...path, "items"], given.items ?? []),
    owers: checkedOwers(faults, [...path, "owers"], given.owers ?? []),
  };
}

function checkedOwers(faults: FieldFault[], at: Path, given: NonNullable<ChecklistContentInput["owers"]>): Ower[] {
  if (given.length > mostOwers) faults.push({ path: at, code: "CHECKLIST_TOO_MANY", params: { most: mostOwers } });
  const owers = given.map(({ duty, gridKind = null, complexity = null }) => ({ duty, gridKind, complexity }));
  const written = owers.map((ower) => JSON.stringify(ower));
  written.forEach((ower, index) => {
    if (written.indexOf(ower) < index) faults.push({ path: [...at, index], code: "CHECKLIST_OWER_TWICE" });
  });
  return owers;
}

function checkedItems(faults: FieldFault[], at: Path, given: readonly ChecklistItemInput[]): Item[] {
  if (given.length > mostItems) faults.push({ path: at, code: "CHECKLIST_TOO_MANY", params: { most: mostItems } });
  return given.map((item, index) => {
    if (given.findIndex(({ code }) => code === item.code) < index)
      faults.push({ path: [...at, index, "code"], code: "CHECKLIST_ITEM_TWICE", params: { item: item.code } });
    return checkedItem(faults, [...at, index], item);
  });
}

function checkedItem(faults: FieldFault[], at: Path, given: ChecklistItemInput): Item {
  const { code, evidence } = given;
  if (!itemCode.test(code)) faults.push({ path: [...at, "code"], code: "CHECKLIST_ITEM_CODE" });
  checkCode(faults, [...at, "code"], code);
  const isCount = evidence === "COUNT";
  const finds = given.finds ?? null;
  const bound = finds ? mostFound : 1_000_000;
  const [least, most] = isCount ? [given.least ?? 0, given.most ?? (finds ? mostFound : 9_999)] : [null, null];
  if (isCount && (least! < 0 || most! > bound || least! > most!))
    faults.push({ path: [...at, "most"], code: "OUT_OF_RANGE", params: { least: Math.max(least!, 0), most: bound } });
  const fails = given.fails ?? "NEVER";
  const choices = evidence === "CHOICE" ? checkedChoices(faults, [...at, "choices"], given.choices ?? []) : null;
  const failingChoices = fails === "CHOSEN" ? (given.failingChoices ?? []) : null;
  if (finds && (!isCount || fails !== "NEVER"))
    faults.push({ path: [...at, "finds"], code: "CHECKLIST_NOT_OF_EVIDENCE" });
  faults.push(...failingFaults(at, { evidence, fails, choices, failingChoices, failsBound: given.failsBound ?? null }));
  for (const field of ["least", "most"] as const)
    if (!isCount && given[field] !== undefined && given[field] !== null)
      faults.push({ path: [...at, field], code: "CHECKLIST_NOT_OF_EVIDENCE" });
  if (evidence !== "CHOICE" && given.choices)
    faults.push({ path: [...at, "choices"], code: "CHECKLIST_NOT_OF_EVIDENCE" });
  return {
    code,
    wording: checkText(faults, [...at, "wording"], given.wording, { required: true, most: 200 })!,
    evidence,
    isRequired: given.isRequired ?? true,
    least,
    most,
    choices,
    fails,
    failsBound: fails === "ABOVE" || fails === "BELOW" ? (given.failsBound ?? null) : null,
    failingChoices,
    finds,
    hazardCategory: given.hazardCategory || null,
    isOurs: given.isOurs ?? false,
  };
}

function checkedChoices(faults: FieldFault[], at: Path, given: readonly string[]): string[] {
  if (given.length < 2 || given.length > 20) faults.push({ path: at, code: "CHECKLIST_CHOICES", params: { most: 20 } });
  return given.map((choice, index) => {
    if (given.indexOf(choice) < index) faults.push({ path: [...at, index], code: "CHECKLIST_CHOICE_TWICE" });
    return checkText(faults, [...at, index], choice, { required: true, most: 50 }) ?? "";
  });
}

type Failing = Pick<Item, "evidence" | "fails" | "choices" | "failingChoices" | "failsBound">;

/** What of it does not go with the evidence. */
function failingFaults(at: Path, { evidence, fails, choices, failingChoices, failsBound }: Failing): FieldFault[] {
  const wrong = [{ path: [...at, "fails"], code: "CHECKLIST_NOT_OF_EVIDENCE" }];
  if (fails === "NEVER") return [];
  if (fails === "CHOSEN") {
    if (evidence !== "CHOICE") return wrong;
    const isAmong = failingChoices!.length > 0 && failingChoices!.every((choice) => choices!.includes(choice));
    return isAmong ? [] : [{ path: [...at, "failingChoices"], code: "CHECKLIST_CHOICE_UNKNOWN" }];
  }
  if (fails === "TOLD") return evidence === "COUNT" || evidence === "CHOICE" ? wrong : [];
  if (evidence !== "COUNT") return wrong;
  return failsBound === null ? [{ path: [...at, "failsBound"], code: "REQUIRED" }] : [];
}

/** What a draft leaves open that has to be said before it holds. */
export function openFaults({ startsOn, items, owers }: Content): FieldFault[] {
  const at = ["input", "id"];
  return [
    ...(startsOn === null ? [{ path: at, code: "CHECKLIST_NO_START" }] : []),
    ...(items.length === 0 ? [{ path: at, code: "CHECKLIST_NO_ITEMS" }] : []),
    ...(owers.length === 0 ? [{ path: at, code: "CHECKLIST_NO_OWERS" }] : []),
  ];
}
