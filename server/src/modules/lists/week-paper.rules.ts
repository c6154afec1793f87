import { usualSources } from "./lists.enums.ts";
import type { LineAnswer, ReviewAnswer, WeekAnswer } from "./week-answer.ts";
import type { PaperColumn, PaperList, PaperPicture, PaperRow, PaperWords, WeekPaper } from "./week-paper.ts";

/** Says a word of paper in the reader's language. */
export type Say = (word: string, params?: Record<string, string | number>) => string;

interface Made {
  say: Say;
  /** Whose account exports it. */
  by: string;
  /** A moment as the reader writes it. */
  atText: (moment: string) => string;
  dayAfter: (day: string, days: number) => string;
  now: string;
  /** Of lines, by their keys; none where the file has no pictures. */
  pictures: ReadonlyMap<string, readonly PaperPicture[]> | undefined;
}

const sources = ["DUTIES", "OPEN_MATTERS", "WORK_DUE", "ACHIEVEMENTS"] as const;

/** The week as the screen shows it: the scheme's lists in their order, and one that it leaves out where something of it needs a word. */
export function paperOf(week: WeekAnswer, review: ReviewAnswer | null, made: Made): WeekPaper {
  const { say } = made;
  const name = review?.memberSigned ?? week.member?.name ?? "";
  const badge = review?.badgeSigned ?? week.member?.badge ?? "";
  const station = review?.stationSigned ?? week.station.name;
  const days = say("days", { first: week.week, last: made.dayAfter(week.week, 6) });
  const lists = listsOf(week, review, made);
  const count = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    title: say("title", { name, badge }),
    station,
    member: name,
    weekName: week.weekName,
    head: [station, `${week.weekName} · ${days}`, standingOf(review, say)],
    said: saidOf(review, null, made),
    lists,
    foot: [...picturesTold(week.lines, lists, made), ...footOf(review, { name, badge }, made)],
    mark: [station, name, week.weekName, review?.digest?.slice(0, 16)].filter(Boolean).join(" · "),
    words: wordsOf(count, say),
  };
}

function standingOf(review: ReviewAnswer | null, say: Say): string {
  if (!review?.signedAt)
    return [
      say("revision.unsigned"),
      review?.reopenedReason ? say("reopen.was", { reason: review.reopenedReason }) : undefined,
    ]
      .filter(Boolean)
      .join(" · ");
  const number = say("revision.number", { number: review.revision });
  return review.isCurrent ? number : `${number} · ${say("superseded")}`;
}

function listsOf({ lines, scheme }: WeekAnswer, review: ReviewAnswer | null, made: Made): PaperList[] {
  const given = review?.signedAt ? review.lists : (scheme?.lists ?? []);
  const named =
    given.length > 0 ? given : usualSources.map((source) => ({ source, title: made.say(`source.${source}`) }));
  const isNamed = (source: string) => named.some((list) => list.source === source);
  const unnamed = sources.filter(
    (source) => !isNamed(source) && lines.some((line) => line.source === source && line.needsAWord),
  );
  return [...named, ...unnamed.map((source) => ({ source, title: made.say(`source.${source}`) }))].map(
    ({ source, title }) => ({
      title,
      rows: lines.filter((line) => line.source === source).map((line) => rowOf(line, review, made)),
    }),
  );
}

function rowOf(line: LineAnswer, review: ReviewAnswer | null, made: Made): PaperRow {
  const { say } = made;
  const { dueOn, closedOn, photos, decisionReason, decider } = line;
  const where = [line.gridName, line.duty && say(`duty.${line.duty}`), line.serves && say(`sixRole.${line.serves}`)];
  const when = [dueOn && say("line.due", { day: dueOn }), closedOn && say("line.closed", { day: closedOn })];
  const reason = decisionReason && say("line.reason", { reason: decisionReason, decider: decider ?? "" });
  return {
    number: line.number ?? "",
    what: line.title,
    where: where.filter(Boolean).join(" · "),
    when: when.filter(Boolean).join("\n"),
    states: statesOf(line, say).join(" · "),
    evidence: photos > 0 ? say(photos === 1 ? "line.photos_one" : "line.photos_other", { count: photos }) : "",
    said: [reason, ...saidOf(review, line.key, made)].filter(Boolean).join("\n"),
    pictures: made.pictures?.get(line.key) ?? [],
  };
}

/** As the lights beside the line on the screen. */
function statesOf({ decision, isWaiting, standing, isLate, isReturned, isLateEntry }: LineAnswer, say: Say): string[] {
  const states: (string | false | null)[] = [
    decision ? say(`decision.${decision}`) : isWaiting && say("line.waiting"),
    standing && say(`standing.${standing}`),
    isLate && standing !== "LATE" && standing !== "MISSED" && say("line.late"),
    isReturned && say("line.returned"),
    isLateEntry && say("line.lateEntry"),
  ];
  return states.filter((state): state is string => Boolean(state));
}

const saidOf = (review: ReviewAnswer | null, about: string | null, { atText }: Made) =>
  (review?.comments ?? [])
    .filter(({ lineKey }) => lineKey === about)
    .map(({ text, speaker, saidAt }) => `${text} ${speaker} ${atText(saidAt)}`);

/** How many photos the file shows, and how many it leaves out. */
function picturesTold(lines: readonly LineAnswer[], lists: readonly PaperList[], { pictures, say }: Made): string[] {
  const all = lines.reduce((sum, { source, photos }) => sum + (source === "WORK_DUE" ? photos : 0), 0);
  if (!pictures || all === 0) return [];
  const shown = lists.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.pictures.length, 0);
  return [say("pictures", { shown, left: Math.max(0, all - shown) })];
}

function footOf(review: ReviewAnswer | null, maker: { name: string; badge: string }, made: Made): string[] {
  const { say, by, now, atText } = made;
  const foot = [
    say("paper.maker", maker),
    say("paper.signer", { name: review?.signer ?? say("paper.nobody") }),
    review?.onBehalfOf ? say("signed.onBehalfOf", { name: review.onBehalfOf.name }) : undefined,
    review?.signedAt ? say("paper.date", { date: atText(review.signedAt) }) : undefined,
    review?.digest ? say("signed.digest", { digest: review.digest }) : undefined,
    say("made", { name: by, at: atText(now) }),
  ];
  return foot.filter((text): text is string => text !== undefined);
}

function wordsOf(count: number, say: Say): PaperWords {
  const [before, between, after] = say("page", { page: "\0", pages: "\0" }).split("\0");
  const columns = [
    "number",
    "what",
    "where",
    "when",
    "states",
    "evidence",
    "said",
  ] as const satisfies readonly PaperColumn[];
  return {
    list: say("list"),
    place: say("place"),
    columns: Object.fromEntries(columns.map((column) => [column, say(column)])) as PaperWords["columns"],
    nothing: say("week.nothing"),
    saidOfWeek: say("said.ofWeek"),
    count: say("count", { count }),
    page: [before!, between!, after!],
  };
}
