import type { FieldFault } from "#kernel/errors";
import { checkText } from "#kernel/text";
import type { MatterKind } from "#modules/matters";
import type { EvidenceKind, FailingRule } from "./checklist.enums.ts";

/** An item of the version that a run opened with, as it is answered. */
export interface AskedItem {
  code: string;
  wording: string;
  evidence: EvidenceKind;
  isRequired: boolean;
  least: number | null;
  most: number | null;
  choices: readonly string[] | null;
  fails: FailingRule;
  failsBound: number | null;
  failingChoices: readonly string[] | null;
  finds: MatterKind | null;
}

export interface GivenAnswer {
  code: string;
  count?: number | null;
  told?: string | null;
  choice?: string | null;
  photoId?: string | null;
  wrong?: string | null;
  found?: readonly string[] | null;
}

export interface Answer {
  code: string;
  count: number | null;
  told: string | null;
  choice: string | null;
  photoId: string | null;
  isFailed: boolean;
  wrong: string | null;
  found: string[] | null;
}

type Field = "count" | "told" | "choice" | "photoId";
const fields: readonly Field[] = ["count", "told", "choice", "photoId"];
const fieldOf: Readonly<Record<EvidenceKind, Field>> = {
  COUNT: "count",
  TEXT: "told",
  PLACE: "told",
  CHOICE: "choice",
  PHOTO: "photoId",
};
const longest: Readonly<Partial<Record<EvidenceKind, number>>> = { TEXT: 500, PLACE: 200 };
/** As a matter's title. */
const longestFound = 100;

const path = ["input", "runReport", "answers"];

interface OfRun {
  /** Those of its round. */
  photoIds: ReadonlySet<string>;
  /** How many matters each of its items has opened in earlier rounds. */
  opened: ReadonlyMap<string, number>;
}

/** The answers as they are kept, in the items' order; what is wrong with them is added to `faults`. */
export function checkedAnswers(
  faults: FieldFault[],
  items: readonly AskedItem[],
  given: readonly GivenAnswer[],
  ofRun: OfRun,
): Answer[] {
  const known = new Map(items.map((item) => [item.code, item]));
  const answers = new Map<string, Answer>();
  given.forEach((one, index) => {
    const item = known.get(one.code);
    const at = [...path, index];
    if (!item) faults.push({ path: [...at, "code"], code: "CHECKLIST_ITEM_UNKNOWN", params: { item: one.code } });
    else if (answers.has(one.code))
      faults.push({ path: [...at, "code"], code: "CHECKLIST_ITEM_TWICE", params: { item: item.wording } });
    else {
      const answer = checkedAnswer(faults, at, item, one, ofRun);
      if (answer) answers.set(one.code, answer);
      else if (item.isRequired) faults.push(missing(item, [...at, fieldOf[item.evidence]]));
    }
  });
  const said = new Set(given.map(({ code }) => code));
  for (const item of items) if (item.isRequired && !said.has(item.code)) faults.push(missing(item, path));
  return items.flatMap(({ code }) => answers.get(code) ?? []);
}

const missing = ({ wording }: AskedItem, at: FieldFault["path"]): FieldFault => ({
  path: at,
  code: "CHECKLIST_ITEM_REQUIRED",
  params: { item: wording },
});

/** Nothing where nothing was answered. */
function checkedAnswer(
  faults: FieldFault[],
  at: FieldFault["path"],
  item: AskedItem,
  given: GivenAnswer,
  { photoIds, opened }: OfRun,
): Answer | undefined {
  const field = fieldOf[item.evidence];
  for (const other of fields)
    if (other !== field && given[other] !== undefined && given[other] !== null)
      faults.push({ path: [...at, other], code: "CHECKLIST_ANSWER_KIND", params: { item: item.wording } });
  const told =
    field === "told" ? checkText(faults, [...at, field], given.told, { most: longest[item.evidence]! }) : null;
  const value = field === "told" ? told : (given[field] ?? null);
  if (value === null) return undefined;
  faults.push(...valueFaults([...at, field], item, given, photoIds));
  const answer = { code: item.code, count: null, told: null, choice: null, photoId: null };
  const kept = { ...answer, [field]: value };
  const isFailed = failsBy(item, kept);
  const wrong = checkText(faults, [...at, "wrong"], given.wrong, { most: 500 });
  if (wrong !== null && !isFailed)
    faults.push({ path: [...at, "wrong"], code: "CHECKLIST_NOTHING_WRONG", params: { item: item.wording } });
  return { ...kept, isFailed, wrong, found: foundIn(faults, at, item, given, opened.get(item.code) ?? 0) };
}

/** What was found, each in words; what was registered in an earlier round is ended where matters are, and not by a smaller number. */
function foundIn(
  faults: FieldFault[],
  at: FieldFault["path"],
  { wording, finds }: AskedItem,
  { count, found }: GivenAnswer,
  opened: number,
): string[] | null {
  if (!finds) {
    if (found) faults.push({ path: [...at, "found"], code: "CHECKLIST_ANSWER_KIND", params: { item: wording } });
    return null;
  }
  const titles = found ?? [];
  if (titles.length !== count)
    faults.push({ path: [...at, "found"], code: "CHECKLIST_FOUND_EACH", params: { item: wording, count: count! } });
  else if (count < opened)
    faults.push({ path: [...at, "count"], code: "CHECKLIST_FOUND_FEWER", params: { item: wording, count: opened } });
  return titles.map(
    (title, index) => checkText(faults, [...at, "found", index], title, { required: true, most: longestFound }) ?? "",
  );
}

function valueFaults(
  at: FieldFault["path"],
  { evidence, least, most, choices }: AskedItem,
  { count, choice, photoId }: GivenAnswer,
  photoIds: ReadonlySet<string>,
): FieldFault[] {
  if (evidence === "COUNT" && (count! < least! || count! > most!))
    return [{ path: at, code: "OUT_OF_RANGE", params: { least: least!, most: most! } }];
  if (evidence === "CHOICE" && !choices!.includes(choice!)) return [{ path: at, code: "CHECKLIST_CHOICE_UNKNOWN" }];
  if (evidence === "PHOTO" && !photoIds.has(photoId!)) return [{ path: at, code: "NOT_FOUND" }];
  return [];
}

/** Whether the answer is one of those that open a hazard. */
export function failsBy(
  { fails, failsBound, failingChoices }: Pick<AskedItem, "fails" | "failsBound" | "failingChoices">,
  { count, choice }: Pick<Answer, "count" | "choice">,
): boolean {
  if (fails === "ABOVE") return count! > failsBound!;
  if (fails === "BELOW") return count! < failsBound!;
  if (fails === "CHOSEN") return failingChoices!.includes(choice!);
  return fails === "TOLD";
}
