import { addDays, dayIn, startOf } from "../days.ts";
import type { Draft } from "../draft.ts";
import { published } from "../figures.ts";
import { officeMoment, workday } from "../log/office-hours.ts";
import { patrolDays, type Span, visitDays } from "../periods-of-figures.ts";
import { randomFrom, type Random } from "../random.ts";
import { answeringAt, type BulkRun, openBulkRun, placesOn, stepOf } from "./bulk-runs.ts";
import type { ChecklistDraft, ChecklistRows } from "./checklist-rows.ts";
import { actorOf } from "./crew.ts";
import { answerTo } from "./hand-in-run.ts";
import type { Actor, Deed, Ledger } from "./ledger.ts";
import { madeAt, tellBatch } from "./make-day.ts";
import { publishChecklist } from "./publish-checklist.ts";
import { newId } from "./step.ts";

const duty = "AUXILIARY";

/** Eight months of daily visits and half a year of weekly patrols, in all villages and communities of the bureau. */
export function tellWugangRuns(ledger: Ledger): void {
  const { checklistOf, now } = ledger.draft;
  const { visits, patrols } = published.wugang;
  new BulkStory(ledger, dailyVisit(checklistOf("VISIT")), visitDays(now)).tell(visits);
  new BulkStory(ledger, checklistOf("PATROL"), patrolDays(now)).tell(patrols);
}

const dailyVisit = ({ content }: ChecklistDraft): ChecklistDraft => ({
  ...{ code: "DAILY_VISIT", name: "每日走访" },
  content: {
    ...content,
    ...{ recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", windowDays: 1, burdenMinutes: 20, isReviewed: false },
    note: "走访总数取自舞钢的报道，分摊到每天每格为自拟；只计户数，不记姓名。",
    items: content.items.filter(({ code }) => code === "HOUSEHOLDS"),
  },
});

interface Able {
  run: BulkRun;
  submitted: NonNullable<BulkRun["submitted"]>;
}

/** The runs of a checklist of the whole bureau: of a span just so many are done, the others missed. */
class BulkStory {
  readonly #ledger;
  readonly #span;
  readonly #random: Random;
  readonly #checklist: ChecklistRows;
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #chiefs: ReadonlyMap<string, Actor>;
  readonly #runs: BulkRun[] = [];
  readonly #able: Able[] = [];

  constructor(ledger: Ledger, of: ChecklistDraft, span: Span) {
    const { accounts, code, now } = ledger.draft;
    this.#ledger = ledger;
    this.#span = span;
    this.#random = randomFrom(Number(code) + of.code.length);
    this.#actors = new Map(accounts.flatMap((each) => (each.memberId ? [[each.memberId, actorOf(each)]] : [])));
    this.#chiefs = new Map(
      accounts.flatMap((each) => (each.role === "STATION_CHIEF" ? [[each.unitId, actorOf(each)]] : [])),
    );
    const by = actorOf(accounts.find(({ role }) => role === "BUREAU_ADMINISTRATOR")!);
    const beginning = { station: null, by, of, duties: [duty] as const, first: span.from, today: dayIn(now) };
    this.#checklist = publishChecklist(ledger, { random: this.#random, ...beginning });
  }

  tell(count: number): void {
    const { draft, calendar } = this.#ledger;
    const { of, template } = this.#checklist;
    for (const on of draft.occurrencesOf(of.content, calendar, this.#span.from, template.madeThrough)) {
      if (madeAt(on).getTime() + 60_000 >= draft.now.getTime()) template.madeThrough = addDays(on, -1);
      else this.#makeDay(draft, on);
    }
    this.#keep(count);
    for (const run of this.#runs) this.#finish(run);
    this.#ledger.bulk.push({ checklist: this.#checklist, duty, runs: this.#runs });
  }

  /** As the server does in the night, station by station. */
  #makeDay(draft: Draft, on: string): void {
    let [count, at] = [0, madeAt(on)];
    for (const [stationId, places] of placesOn(draft, on)) {
      at = new Date(at.getTime() + 1_000);
      const runs = places.map((place) =>
        openBulkRun(this.#ledger, this.#checklist, { on, at, place, duty, index: count++ }),
      );
      tellBatch(this.#ledger, this.#checklist, { at, on, stationId, ids: runs.map(({ id }) => id) });
      this.#runs.push(...runs);
      for (const run of runs) this.#tryToHandIn(run);
    }
  }

  #tryToHandIn(run: BulkRun): void {
    const { content } = this.#checklist.of;
    const at = officeMoment(this.#random, addDays(run.on, this.#random.int(0, Math.min(content.windowDays - 1, 4))));
    const then = answeringAt(this.#ledger, { ...run, duty }, at);
    const actor = then.answeredById === null ? undefined : this.#actors.get(then.answeredById);
    if (!actor || at >= this.#ledger.draft.now) return;
    const answers = content.items
      .filter(({ isRequired }) => isRequired)
      .map((item) => Object.assign({ id: newId(this.#ledger, at), code: item.code }, answerTo(item, this.#random)));
    const reportId = newId(this.#ledger, at);
    this.#able.push({ run, submitted: { ...stepOf(this.#ledger, at, actor, then), reportId, answers } });
  }

  #keep(count: number): void {
    const within = this.#able.filter(({ run }) => run.on <= this.#span.to);
    const spare = within.length - count;
    if (spare < 0) throw new Error(`${within.length} of ${count} runs of ${this.#checklist.of.code} could be done`);
    const every = within.length / spare;
    const left = new Set(Array.from({ length: spare }, (_, index) => within[Math.floor((index + 0.5) * every)]!.run));
    for (const { run, submitted } of this.#able) if (!left.has(run)) run.submitted = submitted;
  }

  #finish(run: BulkRun): void {
    const { content } = this.#checklist.of;
    const ends = addDays(run.on, content.windowDays);
    const due = new Date(startOf(ends));
    if (run.submitted) this.#handedIn(run, run.submitted, ends);
    else if (due <= this.#ledger.draft.now)
      run.missed = {
        ...{ at: due, eventId: newId(this.#ledger, due) },
        ...answeringAt(this.#ledger, { ...run, duty }, due),
      };
  }

  #handedIn(run: BulkRun, { at, name }: NonNullable<BulkRun["submitted"]>, ends: string): void {
    const closed = { state: "CLOSED", outcome: "ACCEPTED" };
    if (!this.#checklist.of.content.isReviewed)
      return this.#log(at, name, deedOf(run, "work.submit", { state: "ACCEPTED", outcome: null }, closed));
    this.#log(at, name, deedOf(run, "work.submit", { state: "ACCEPTED" }, { state: "SUBMITTED" }));
    if (run.on > this.#span.to) return;
    const moment = officeMoment(this.#random, workday(addDays(ends, 1), 1));
    const then = answeringAt(this.#ledger, { ...run, duty }, moment);
    run.closed = { ...stepOf(this.#ledger, moment, this.#chiefs.get(run.stationId)!, then), onBehalfOfId: null };
    this.#log(moment, run.closed.name, deedOf(run, "work.close", { state: "SUBMITTED", outcome: null }, closed));
  }

  #log(at: Date, by: string, deed: Deed): void {
    this.#ledger.commands.push({ at, by, deeds: [deed] });
  }
}

const deedOf = ({ id }: BulkRun, action: string, before: object, after: object): Deed => ({
  ...{ action, entity: { type: "WorkItem", id }, before, after, reason: null },
});
