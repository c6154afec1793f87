import type { ChecklistItemFieldsFragment, RunAnswerInput, RunToFillQuery } from "@maple-bridge/schema/documents";

export type RunToFill = NonNullable<RunToFillQuery["workItem"]>;
export type RunItem = ChecklistItemFieldsFragment;

/** An answer as the form holds it, at the place of its item. */
export interface FilledAnswer {
  count?: number | null;
  told?: string | null;
  choice?: string | null;
  /** The digest of what was sent: its row is known when it is announced. */
  photoId?: string | null;
  /** Of one that fails: what is wrong. */
  wrong?: string | null;
  /** Of a count of what was found: each, in words. */
  found?: (string | null | undefined)[] | null;
}

export interface Filled {
  runReport?: { answers?: (FilledAnswer | null)[]; note?: string | null };
  /** Of a run that is filled in late. */
  visitedOn?: string;
  reason?: string;
}

/** Where an answer stands, by what it is. */
export const answerFieldOf = {
  COUNT: "count",
  TEXT: "told",
  PLACE: "told",
  CHOICE: "choice",
  PHOTO: "photoId",
} as const satisfies Record<RunItem["evidence"], keyof FilledAnswer>;

export const itemsOf = ({ checklist }: RunToFill): readonly RunItem[] => checklist?.items ?? [];

/** Of these one is chosen by a touch; any other number is typed. */
export function quickCounts({ least, most }: Pick<RunItem, "least" | "most">): number[] {
  const [from, to] = [least ?? 0, most ?? 9_999];
  const length = Math.min(to - from + 1, to - from <= 5 ? 6 : 4);
  return Array.from({ length }, (_, index) => from + index);
}

/** Every number that may be answered is one of the quick ones. */
export const isQuick = (item: Pick<RunItem, "least" | "most">) => quickCounts(item).at(-1) === item.most;

/** Whether the answer opens a hazard, as the server will find. */
export function isFailing(item: RunItem, answer: FilledAnswer | null | undefined): boolean {
  const { count, choice, told, photoId } = answer ?? {};
  if (item.fails === "ABOVE") return typeof count === "number" && count > item.failsBound!;
  if (item.fails === "BELOW") return typeof count === "number" && count < item.failsBound!;
  if (item.fails === "CHOSEN") return typeof choice === "string" && item.failingChoices!.includes(choice);
  return item.fails === "TOLD" && Boolean(told?.trim() || photoId);
}

/** What is told in words says by itself what is wrong. */
export const asksWhatIsWrong = (item: RunItem, answer: FilledAnswer | null | undefined) =>
  isFailing(item, answer) && answerFieldOf[item.evidence] !== "told";

/** How many fields ask what was found. */
export function foundCount({ finds, most }: RunItem, answer: FilledAnswer | null | undefined): number {
  const count = answer?.count;
  return finds && typeof count === "number" && count > 0 ? Math.min(count, most ?? 0) : 0;
}

const arrivedIn = ({ evidence, round }: RunToFill) => evidence.filter((photo) => photo.round === round);

/** All items in their order, those without an answer too: so what is wrong with one is told at its field. */
export function answersOf(run: RunToFill, { runReport }: Filled): RunAnswerInput[] {
  const ids = new Map(arrivedIn(run).map(({ sentDigest, id }) => [sentDigest, id]));
  return itemsOf(run).map((item, index) => {
    const answer = runReport?.answers?.[index] ?? {};
    const { count, told, choice, photoId, wrong } = answer;
    return {
      code: item.code,
      count: count ?? null,
      told: told?.trim() || null,
      choice: choice ?? null,
      photoId: (photoId && ids.get(photoId)) ?? null,
      wrong: (asksWhatIsWrong(item, answer) && wrong?.trim()) || null,
      found: item.finds
        ? Array.from({ length: foundCount(item, answer) }, (_, at) => answer.found?.[at]?.trim() ?? "")
        : null,
    };
  });
}

/** What was answered before, by code; photos are taken anew in each round. */
function earlierAnswers({ feedback }: RunToFill): ReadonlyMap<string, FilledAnswer> {
  if (!feedback || !("answers" in feedback)) return new Map();
  return new Map(
    feedback.answers.map(({ code, count, told, choice, wrong, found }) => [
      code,
      { count, told, choice, wrong, found },
    ]),
  );
}

/** What the form begins with: the draft, else what was sent before it was returned; and photos that have come already. */
export function beginningOf(run: RunToFill, draft: Filled | undefined): Filled {
  const earlier = earlierAnswers(run);
  const kept = new Set(draft?.runReport?.answers?.map((answer) => answer?.photoId));
  const spare = arrivedIn(run).filter(({ sentDigest }) => !kept.has(sentDigest));
  const answers = itemsOf(run).map(({ code, evidence }, index) => {
    const answer = draft ? draft.runReport?.answers?.[index] : earlier.get(code);
    if (evidence !== "PHOTO" || answer?.photoId) return answer ?? {};
    return { photoId: spare.shift()?.sentDigest };
  });
  return { ...draft, runReport: { ...draft?.runReport, answers } };
}

/** Why it came back, where it did. */
export const returnReasonOf = ({ events, state }: Pick<RunToFill, "events" | "state">) =>
  state === "RETURNED"
    ? events.findLast(({ fromState, toState }) => toState === "RETURNED" && fromState !== toState)?.reason
    : undefined;
