import { addDays, dayIn, mondayOf, startOf } from "../days.ts";
import type { Duty } from "../draft.ts";
import { later, officeMoment, workday } from "../log/office-hours.ts";
import { randomFrom, type Random } from "../random.ts";
import { close, submit } from "./actions.ts";
import type { ChecklistRows, Run } from "./checklist-rows.ts";
import { actorOf, answererAt, commanderOf, type Crew } from "./crew.ts";
import { handInRun } from "./hand-in-run.ts";
import { type Actor, command, tellUpToNow } from "./ledger.ts";
import { madeAt, makeDay } from "./make-day.ts";
import { bringPhotos } from "./photos.ts";
import { publishChecklist } from "./publish-checklist.ts";
import { acceptLines, comment, lineOf, returnLine, type Reviewing } from "./review.ts";
import type { Item } from "./rows.ts";
import { miss } from "./runs.ts";
import { issueTask } from "./tasks.ts";

/** Two months of weeks that are signed; the last one waits for the chief, and this one is under way. */
export const weeksSigned = 8;

export interface WeeksPlan {
  checklists: readonly { code: string; duties: readonly Duty[] }[];
  /** What the command room asks of some grids each week, one after another. */
  tasks: readonly string[];
}

interface Weeks {
  crew: Crew;
  random: Random;
  /** Of its own: there may be no photos. */
  photoRandom: Random;
  chief: Actor;
}

/** What is owed in a week, and for whose seat. */
interface Owed {
  item: Item & { row: { windowEndsOn?: string } };
  handIn(by: Actor, at: Date): void;
  isRun: boolean;
}

export function tellWeeks(crew: Crew, { checklists, tasks }: WeeksPlan): void {
  const { ledger, station } = crew;
  const { draft } = ledger;
  const random = randomFrom(Number(draft.code) + 7);
  const today = dayIn(draft.now);
  const first = addDays(mondayOf(today), -7 * (weeksSigned + 1));
  const chief = actorOf(draft.accounts.find(({ role, unitId }) => role === "STATION_CHIEF" && unitId === station.id)!);
  const weeks: Weeks = { crew, random, photoRandom: randomFrom(Number(draft.code) + 10), chief };
  const published = checklists.map(({ code, duties }) => ({
    duties,
    rows: publishChecklist(ledger, { random, station, by: chief, of: draft.checklistOf(code), duties, first, today }),
  }));
  let carried: Owed[] = [];
  for (let count = 0; count <= weeksSigned + 1; count++) {
    const week = addDays(first, 7 * count);
    const owed = published.flatMap(({ rows, duties }) => runsOf(weeks, rows, duties, week));
    const asked = tasksOf(weeks, week, tasks[count % tasks.length]!);
    const all = [...carried, ...asked, ...owed];
    for (const each of all) tellUpToNow(() => tellOwed(weeks, each, week));
    carried = count < weeksSigned ? reviewWeek(weeks, week, all) : [];
  }
}

function runsOf({ crew, random }: Weeks, rows: ChecklistRows, duties: readonly Duty[], week: string): Owed[] {
  const { ledger, station, grids } = crew;
  const { draft, calendar } = ledger;
  const days = draft.occurrencesOf(rows.of.content, calendar, week, addDays(week, 6));
  return days.flatMap((on) => {
    if (on > rows.template.madeThrough) return [];
    if (madeAt(on) >= draft.now) {
      rows.template.madeThrough = addDays(on, -1);
      return [];
    }
    const runs = makeDay(ledger, rows, { station, grids, duties, on });
    return runs.map((item): Owed => ({ item, isRun: true, handIn: (by, at) => handIn(item, by, at) }));
  });

  function handIn(run: Run, by: Actor, at: Date) {
    command(ledger, at, by, (doing) => handInRun(doing, rows, run, random));
  }
}

const gridsAsked = 10;

/** Issued on Monday morning to some of the grids, due on Friday. */
function tasksOf({ crew, random }: Weeks, week: string, title: string): Owed[] {
  const { ledger, station, grids } = crew;
  const at = officeMoment(random, workday(week, 1));
  if (at >= ledger.draft.now) return [];
  const asked = random.shuffled(grids).slice(0, gridsAsked);
  const dueAt = new Date(startOf(addDays(week, 5)));
  const said = { title, instructions: "周五前完成并反馈", burdenMinutes: 60, dueAt };
  const items = command(ledger, at, commanderOf(crew, at), (doing) => issueTask(doing, station, asked, said));
  return items.map((item) => ({
    item,
    isRun: false,
    handIn: (by, then) =>
      command(ledger, then, by, (doing) =>
        submit(doing, item, { done: "已完成", count: random.int(4, 26), minutes: random.int(30, 90) }),
      ),
  }));
}

/** Handed in on some day by whoever answers then, now and then too late or not at all; the first of it closed in the same week. */
function tellOwed({ crew, random, photoRandom, chief }: Weeks, { item, isRun, handIn }: Owed, week: string): void {
  const { ledger } = crew;
  const { row } = item;
  const isReturned = row.state === "RETURNED";
  const opened = dayIn(row.opensAt);
  const [soonest, latest] = isReturned ? [2, 5] : isRun ? [0, 5] : [1, 5];
  const isLate = !isRun && !isReturned && random.chance(0.2);
  const day = isLate ? addDays(week, 5 + random.int(0, 1)) : addDays(week, random.int(soonest, latest - 1));
  const moment = officeMoment(random, within(day, opened, isReturned || isLate ? null : row.windowEndsOn));
  const done = moment > row.lastEventAt ? moment : later(row.lastEventAt, random.int(20, 90));
  const by = isRun && !isReturned && random.chance(0.04) ? undefined : answererAt(crew, row, done);
  const dueAt = item.clocks.findLast(({ voidAt, clock }) => voidAt === null && clock === "FEEDBACK")!.dueAt;
  if (!by) {
    if (isRun && dueAt <= ledger.draft.now) miss(ledger, item as Run);
    return;
  }
  bringPhotos(ledger, item, by, done, photoRandom);
  handIn(by, done);
  if (row.state !== "SUBMITTED" || isLate || random.chance(0.45)) return;
  const closed = officeMoment(random, addDays(week, 4));
  if (closed <= done) return;
  if (isRun) command(ledger, closed, chief, (doing) => close(doing, item));
  else command(ledger, closed, commanderOf(crew, closed), (doing) => close(doing, item));
}

const within = (day: string, first: string, last: string | null | undefined) =>
  day < first ? first : last && last < day ? last : day;

const reasons = ["请补充走访时间和地点", "数量与台账不符，请核对", "请写明处理结果"];
const words = ["本周任务完成及时", "隐患排查较细，继续保持", "注意按时提交，避免积压", "纠纷处理记录完整"];

/** On Tuesday: what waits or was missed gets a word, some of it goes back; then the week is signed. Gives what went back. */
function reviewWeek({ crew, random, chief }: Weeks, week: string, owed: readonly Owed[]): Owed[] {
  const { ledger, station } = crew;
  const of: Reviewing = { ledger, station, week, chief };
  let at = officeMoment(random, workday(addDays(week, 8), 1));
  const lastMoment = new Date(Date.parse(startOf(addDays(week, 7))) - 1);
  const byMember = new Map<string, Owed[]>();
  for (const each of owed) {
    const { state, isLate } = each.item.row;
    if (state !== "SUBMITTED" && state !== "MISSED" && !(isLate && state === "CLOSED")) continue;
    const holder = ledger.answering.of(each.item.row, lastMoment)[0]?.holderId;
    if (holder) byMember.set(holder, [...(byMember.get(holder) ?? []), each]);
  }
  const back: Owed[] = [];
  for (const [memberId, lines] of byMember) {
    at = next(at);
    const returned = lines.filter(
      ({ item }) => item.row.state === "SUBMITTED" && item.row.returns === 0 && random.chance(0.14),
    );
    const accepted = lines.filter((each) => !returned.includes(each));
    if (accepted.length > 0)
      acceptLines(
        of,
        memberId,
        at,
        accepted.map(({ item }) => lineOf(item)),
      );
    for (const each of returned) returnLine(of, memberId, (at = next(at)), lineOf(each.item), random.pick(reasons));
    if (random.chance(0.12)) comment(of, memberId, (at = next(at)), random.pick(words));
    back.push(...returned);
  }
  ledger.signings.push({ stationId: station.id, week, at: later(at, 5), by: chief });
  return back;
}

const next = (at: Date) => new Date(at.getTime() + 20_000);
