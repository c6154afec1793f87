import type { ListSource, MemberWeekQuery, WeekLineFieldsFragment } from "@maple-bridge/schema/documents";

export type WeekLists = NonNullable<MemberWeekQuery["threeLists"]>;
export type Line = WeekLineFieldsFragment;

export const sources = ["DUTIES", "OPEN_MATTERS", "WORK_DUE", "ACHIEVEMENTS"] as const satisfies readonly ListSource[];

/** What is shown where nobody has said what the lists are. */
const usual = ["DUTIES", "OPEN_MATTERS", "WORK_DUE"] as const satisfies readonly ListSource[];

export interface ListColumn<L = Line> {
  source: ListSource;
  /** As the scheme calls it. */
  title: string | undefined;
  lines: L[];
  /** On paper the lines stand in the order of the answer, whoever has read what. */
  placeOf(line: L): number;
}

type Titled = { title: string; source: ListSource };

/** What the lists are called and made of: as they were signed, else as the week's scheme has it. */
export const namedBy = (
  scheme: WeekLists["scheme"],
  review: { signedAt: string | null; lists: readonly Titled[] } | null,
): readonly Titled[] | undefined =>
  review?.signedAt ? (review.lists.length > 0 ? review.lists : undefined) : scheme?.lists;

/** As the scheme has them, and besides a list that it leaves out where something of it needs a word; in each, what is unread comes first. */
export function columnsOf<L extends Pick<Line, "source" | "needsAWord">>(
  lines: readonly L[],
  scheme: readonly Titled[] | undefined,
  isUnread: (line: L) => boolean,
  /** Of these lines alone, wherever they stand. */
  only?: readonly L[],
): ListColumn<L>[] {
  const named: { source: ListSource; title?: string }[] = [...(scheme ?? usual.map((source) => ({ source })))];
  const unnamed = sources.filter(
    (source) =>
      !named.some((list) => list.source === source) &&
      lines.some((line) => line.source === source && (line.needsAWord || only?.includes(line))),
  );
  return [...named, ...unnamed.map((source) => ({ source }) as { source: ListSource; title?: string })]
    .map(({ source, title }): ListColumn<L> => ({
      source,
      title,
      placeOf: (line) => lines.indexOf(line),
      lines: lines
        .filter((line) => line.source === source && (only?.includes(line) ?? true))
        .toSorted((a, b) => Number(isUnread(b)) - Number(isUnread(a))),
    }))
    .filter((column) => !only || column.lines.length > 0);
}

/** After a word on a line: the next that needs one, from there on and then from the beginning; else the next line. */
export function nextOf(lines: readonly Line[], key: string): string | undefined {
  const at = lines.findIndex((line) => line.key === key);
  const around = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))];
  return (around.find(({ needsAWord }) => needsAWord) ?? lines[at + 1] ?? lines[at])?.key;
}
