import type { Grid } from "../draft.ts";
import { accept, arrive, claim, close, decline, followUp, readdress, returnIt, submit, supervise } from "./actions.ts";
import { answererOf, claimantAt, commanderOf, type Crew, mannedGrid, seatOf, unitAddress } from "./crew.ts";
import { type Actor, command, type Doing } from "./ledger.ts";
import { issueOrder, register, settle } from "./matters.ts";
import type { Card, Category, Item, Matter, MatterSource, Urgency } from "./rows.ts";
import { Timeline } from "./timeline.ts";
import { cases, community, reports, returned, settledNotes, streets, supervision, titlesOf } from "./words.ts";

/** A case is what the team answers; a community order what came of a dispute, a hazard or a call for help. */
export type Next =
  | { kind: "CASE"; isDeclined: boolean }
  | { kind: "COMMUNITY"; isResolved?: boolean; isPassedToPartner?: boolean; isInWork?: boolean };

export interface IncidentPlan {
  at: Date;
  category: Category;
  source: MatterSource;
  urgency: Urgency;
  isForTeam: boolean;
  isReturned: boolean;
  cards: readonly Card[];
  isLate: boolean;
  next?: Next;
}

/** A story of one matter: its crew, its moments, and short ways to say who does what. */
export class Story {
  readonly crew: Crew;
  readonly time: Timeline;
  matter!: Matter;

  constructor(crew: Crew, start: Date) {
    this.crew = crew;
    this.time = new Timeline(crew.ledger.random, start);
  }

  pick = <T>(list: readonly T[]): T => this.crew.ledger.random.pick(list);

  by<T>(actor: Actor, act: (doing: Doing) => T): T {
    return command(this.crew.ledger, this.time.at, actor, act);
  }

  byRoom = <T>(act: (doing: Doing) => T): T => this.by(commanderOf(this.crew, this.time.at), act);

  byAnswerer = <T>(item: Item, act: (doing: Doing) => T): T => this.by(answererOf(this.crew, item, this.time), act);

  register(
    grid: Grid,
    { category, source, urgency }: Pick<IncidentPlan, "category" | "source" | "urgency">,
    by = commanderOf(this.crew, this.time.at),
  ): Matter {
    const { crew, time } = this;
    const happenedAt = new Date(time.at.getTime() - crew.ledger.random.int(1, 20) * 60_000);
    const receiver = by.memberId ? undefined : answererOf(crew, { row: seatOf(grid) } as never, time);
    this.matter = this.by(by, (doing) =>
      register(doing, {
        ...{ kind: category.kind, categoryId: category.id, source, urgency, title: this.pick(titlesOf(category)) },
        ...{
          gridId: grid.id,
          stationId: crew.station.id,
          address: `${this.pick(streets)}${crew.ledger.random.int(1, 180)}号`,
        },
        ...{ happenedAt, ...(receiver && { firstReceiverId: receiver.memberId! }) },
      }),
    );
    return this.matter;
  }

  /** Of work addressed to a unit somebody has to claim. */
  take(item: Item): void {
    const unit = this.crew.ledger.draft.units.find(({ id }) => id === item.row.unitId);
    if (!unit) return this.byAnswerer(item, (doing) => accept(doing, item));
    let claimant = claimantAt(this.crew, unit, this.time.at);
    for (let tries = 0; !claimant && tries < 60; tries++)
      claimant = claimantAt(this.crew, unit, this.time.hours(20, 26).at);
    this.by(claimant!, (doing) => claim(doing, item));
  }

  settle(outcome?: "NOT_SETTLED"): void {
    this.time.minutes(1, 6);
    this.byRoom((doing) => settle(doing, this.matter, this.pick(settledNotes), outcome));
  }

  close(item: Item, outcome?: "NOT_SETTLED"): void {
    this.byRoom((doing) => close(doing, item));
    this.settle(outcome);
  }
}

export function tellIncident(crew: Crew, plan: IncidentPlan): void {
  const story = new Story(crew, plan.at);
  const { time } = story;
  const grid = mannedGrid(crew, time.at);
  story.register(grid, plan);
  time.minutes(1, 4);
  const to = plan.isForTeam ? unitAddress(crew.team) : seatOf(grid);
  const order = story.byRoom((doing) => issueOrder(doing, story.matter, { orderKind: "INCIDENT", to }));
  time.minutes(1, plan.urgency === "ORDINARY" ? 8 : 4);
  story.take(order);
  time.minutes(5, 25);
  story.byAnswerer(order, (doing) => arrive(doing, order));
  time.minutes(15, 75);
  if (plan.isLate) time.hours(25, 40).daytime();
  for (const card of plan.cards) tellSupervision(story, order, card);
  tellReport(story, order, plan.isReturned);
  time.minutes(4, 90);
  if (!plan.next) return story.close(order);
  if (plan.next.kind === "CASE") return tellCase(story, order, plan.next.isDeclined);
  const next = story.byRoom((doing) =>
    followUp(doing, order, {
      orderKind: "COMMUNITY",
      to: seatOf(grid),
      instructions: "请社区民警跟进化解，三日内回访",
    }),
  );
  tellCommunity(story, next, plan.next);
}

function tellReport(story: Story, order: Item, isReturned: boolean): void {
  const report = () => ({
    ...{ happened: story.pick(reports.happened), done: story.pick(reports.done) },
    ...{ cause: story.pick(reports.cause), likelyCourse: story.pick(reports.likelyCourse) },
  });
  story.byAnswerer(order, (doing) => submit(doing, order, report()));
  if (!isReturned) return;
  story.time.minutes(5, 60);
  story.byRoom((doing) => returnIt(doing, order, story.pick(returned)));
  story.time.minutes(10, 240);
  story.byAnswerer(order, (doing) => submit(doing, order, report()));
}

/** The supervision is done with before what it supervises. */
export function tellSupervision(story: Story, item: Item, card: Card): void {
  const { time } = story;
  const order = story.byRoom((doing) => supervise(doing, item, card, story.pick(supervision.reasons)));
  time.minutes(3, 50);
  story.byAnswerer(order, (doing) => accept(doing, order));
  time.minutes(30, 400);
  const rectification = { cause: story.pick(supervision.cause), done: story.pick(supervision.done) };
  story.byAnswerer(order, (doing) => submit(doing, order, rectification));
  time.minutes(5, 90);
  story.byRoom((doing) => close(doing, order));
  time.minutes(5, 30);
}

function tellCase(story: Story, from: Item, isDeclined: boolean): void {
  const { crew, time } = story;
  const { random } = crew.ledger;
  const to = unitAddress(crew.team);
  const order = story.byRoom((doing) =>
    followUp(doing, from, { orderKind: "CASE", to, instructions: "请审查是否立案" }),
  );
  time.minutes(10, 60).daytime();
  if (isDeclined) {
    const claimant = claimantAt(crew, crew.team, time.at) ?? commanderOf(crew, time.at);
    story.by(claimant, (doing) => decline(doing, order, "材料不全，请补充后再派"));
    time.minutes(20, 90);
    story.byRoom((doing) => readdress(doing, order, to, null));
    time.minutes(10, 60).daytime();
  }
  story.take(order);
  time.hours(3, 50).daytime();
  const isTakenOn = random.chance(0.7);
  const caseNumber = isTakenOn ? `崇受〔${time.at.getUTCFullYear()}〕${random.int(100, 999)}号` : null;
  const reason = story.pick(isTakenOn ? cases.isTaken : cases.notTaken);
  story.byAnswerer(order, (doing) =>
    submit(doing, order, { isTakenOn, caseNumber, reason: isTakenOn ? null : reason }),
  );
  time.minutes(20, 300).daytime();
  story.close(order);
}

export function tellCommunity(
  story: Story,
  order: Item,
  { isResolved = false, isPassedToPartner, isInWork }: Next & { kind: "COMMUNITY" },
) {
  const { crew, time } = story;
  time.minutes(10, 150).daytime();
  story.take(order);
  if (isInWork) return;
  if (crew.ledger.random.chance(0.08)) time.hours(22, 40);
  time.hours(1, 6).daytime();
  const { kind: matterKind } = story.matter.row;
  const kind = matterKind === "INCIDENT" ? "SERVICE" : matterKind;
  const words = kind === "HAZARD" ? community.hazard : kind === "SERVICE" ? community.service : community.settled;
  const done = story.pick(isResolved ? words : community.notSettled);
  const furtherNeed = isResolved ? null : "建议司法所参与调解";
  story.byAnswerer(order, (doing) => submit(doing, order, { kind, isResolved, done, furtherNeed }));
  time.minutes(20, 400).daytime();
  if (!isPassedToPartner) return story.close(order, isResolved ? undefined : "NOT_SETTLED");
  const linkage = story.byRoom((doing) =>
    followUp(doing, order, {
      ...{ orderKind: "LINKAGE", to: unitAddress(crew.partner), title: "请派员参与调解" },
      instructions: "一起邻里矛盾经派出所两次调解未果，请派员共同调解",
    }),
  );
  tellLinkage(story, linkage);
}

export function tellLinkage(story: Story, order: Item): void {
  const { time } = story;
  time.hours(1, 8).daytime();
  story.take(order);
  time.hours(20, 70).daytime();
  story.byAnswerer(order, (doing) =>
    submit(doing, order, { isTakenOn: true, response: "已派员参与，约定时间共同调解" }),
  );
  time.minutes(30, 300).daytime();
  story.close(order, "NOT_SETTLED");
}
