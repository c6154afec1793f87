import type { Duty, Grid } from "../draft.ts";
import {
  accept,
  arrive,
  askForMoreTime,
  cancel,
  close,
  decline,
  grantMoreTime,
  resume,
  returnIt,
  submit,
  supervise,
  suspend,
  urge,
} from "./actions.ts";
import { categoryOf } from "./categories.ts";
import { answererAt, claimantAt, commanderOf, type Crew, mannedGrid, seatOf, unitAddress } from "./crew.ts";
import { type Ledger, tellUpToNow } from "./ledger.ts";
import { dispose, issueOrder, type Ordering } from "./matters.ts";
import type { Card, Item, MatterKind, Urgency } from "./rows.ts";
import { Story, tellLinkage, tellSupervision } from "./stories.ts";
import { issueTask } from "./tasks.ts";
import { ago } from "./timeline.ts";

const report = { happened: "到场核实，情况属实", done: "已现场处置", cause: null, likelyCourse: null };
const hour = 60;
const day = 24 * hour;

/** One of each: work in every state that there is, as it stands today. */
export function tellStates(crew: Crew): void {
  const { ledger } = crew;
  const told: readonly ((states: States) => void)[] = [
    (of) => of.incident(2, "NOISE"),
    (of) => of.incident(45, "TRAFFIC"),
    (of) => of.accepted(of.incident(2 * hour, "OTHER")),
    (of) => of.arrived(of.incident(hour, "FIGHT", "URGENT")),
    (of) => of.submitted(of.incident(5 * hour, "NOISE")),
    (of) => of.returned(of.incident(9 * hour, "TRAFFIC")),
    (of) => of.arrived(of.incident(22 * hour, "OTHER")),
    (of) => of.urged(of.arrived(of.incident(2 * day, "NOISE"))),
    (of) => of.carded(of.arrived(of.incident(3 * day, "TRAFFIC")), "YELLOW"),
    (of) => of.carded(of.carded(of.arrived(of.incident(4 * day, "OTHER")), "YELLOW", true), "RED"),
    (of) => of.declined(of.community(7 * hour, "NEIGHBOURS")),
    (of) => of.community(3 * hour, "PROPERTY_MANAGEMENT"),
    (of) => of.suspended(of.accepted(of.community(4 * day, "LABOUR"))),
    (of) => of.resumed(of.accepted(of.community(3 * day, "LOANS"))),
    (of) => of.askedForMore(of.accepted(of.community(20 * hour, "CONTRACT"))),
    (of) => of.granted(of.accepted(of.community(2 * day, "CONTRACT"))),
    (of) => of.overdueCommunity(13 * day),
    (of) => of.cancelled(of.community(2 * day, "CONSUMERS")),
    (of) => of.unclaimed(6 * hour),
    (of) => of.linkage(3 * hour),
    (of) => of.linkageAnswered(9 * day),
    (of) => of.onTheSpot(30 * hour),
    (of) => of.justRegistered(8),
    (of) => of.vacant(2 * day),
    (of) => of.tasks(2 * day),
    (of) => of.plannedTask(1 * day),
  ];
  for (const tell of told) tellUpToNow(() => tell(new States(crew, ledger)));
}

/** Work that is brought into a state, and left there. */
class States {
  readonly #crew;
  readonly #ledger;
  #story!: Story;
  #grid!: Grid;

  constructor(crew: Crew, ledger: Ledger) {
    this.#crew = crew;
    this.#ledger = ledger;
  }

  #begin(minutes: number, kind: MatterKind, code: string, urgency: Urgency = "ORDINARY"): Story {
    this.#story = new Story(this.#crew, ago(this.#ledger.draft.now, minutes));
    this.#grid = mannedGrid(this.#crew, this.#story.time.at);
    const category = categoryOf(this.#ledger.categories, kind, code);
    this.#story.register(this.#grid, { category, source: "EMERGENCY_110", urgency });
    this.#story.time.minutes(0, 1);
    return this.#story;
  }

  #issue(ordering: Ordering): Item {
    return this.#story.byRoom((doing) => issueOrder(doing, this.#story.matter, ordering));
  }

  /** By who answers for it, some minutes on. */
  #step(item: Item, act: (doing: Parameters<typeof accept>[0], item: Item) => void, least = 2, most = 6): Item {
    this.#story.time.minutes(least, most);
    this.#story.byAnswerer(item, (doing) => act(doing, item));
    return item;
  }

  #command(item: Item, act: (doing: Parameters<typeof accept>[0], item: Item) => void, least = 5, most = 15): Item {
    this.#story.time.minutes(least, most);
    this.#story.byRoom((doing) => act(doing, item));
    return item;
  }

  incident(minutes: number, code: string, urgency?: Urgency): Item {
    this.#begin(minutes, "INCIDENT", code, urgency);
    return this.#issue({ orderKind: "INCIDENT", to: seatOf(this.#grid) });
  }

  community(minutes: number, code: string): Item {
    this.#begin(minutes, "DISPUTE", code);
    return this.#issue({ orderKind: "COMMUNITY", to: seatOf(this.#grid), instructions: "请上门了解并调解" });
  }

  accepted = (item: Item) => this.#step(item, accept);
  arrived = (item: Item) => this.#step(this.accepted(item), arrive, 8, 20);
  submitted = (item: Item) => this.#step(this.arrived(item), (doing) => submit(doing, item, report), 10, 40);
  returned = (item: Item) => this.#command(this.submitted(item), (doing) => returnIt(doing, item, "请补充双方意见"));
  urged = (item: Item) => this.#command(item, (doing) => urge(doing, item), 1500, 1600);
  declined = (item: Item) => this.#step(item, (doing) => decline(doing, item, "不属本网格，请改派"), 20, 60);
  cancelled = (item: Item) => this.#command(item, (doing) => cancel(doing, item, "当事人已自行和解"), 60, 200);

  suspended = (item: Item) => {
    const until = new Date(this.#ledger.draft.now.getTime() + 5 * day * 60_000);
    return this.#command(item, (doing) => suspend(doing, item, until, "一方外出，返回后继续调解"), hour, 5 * hour);
  };

  resumed = (item: Item) => {
    this.#command(item, (doing) => suspend(doing, item, null, "等待鉴定结果"), hour, 5 * hour);
    return this.#command(item, resume, 2 * day, 2 * day + 9 * hour);
  };

  askedForMore = (item: Item) =>
    this.#step(item, (doing) => askForMoreTime(doing, item, 3, "一方在外地，周末才能回来"), 8 * hour, 12 * hour);

  granted = (item: Item) => {
    this.askedForMore(item);
    return this.#command(item, (doing) => grantMoreTime(doing, item, 2, "同意延期两个工作日"), hour, 4 * hour);
  };

  overdueCommunity(minutes: number): Item {
    return this.#command(
      this.accepted(this.community(minutes, "NEIGHBOURS")),
      (doing, item) => urge(doing, item, "请尽快反馈"),
      8 * day,
      9 * day,
    );
  }

  /** The card, and the order that comes with it: done with, or still in work. */
  carded(item: Item, card: Card, isDone = false): Item {
    this.#story.time.minutes(26 * hour, 30 * hour);
    if (isDone) tellSupervision(this.#story, item, card);
    else {
      const order = this.#story.byRoom((doing) => supervise(doing, item, card, "超过反馈时限"));
      this.#step(order, accept);
    }
    return item;
  }

  unclaimed(minutes: number): void {
    this.#begin(minutes, "INCIDENT", "THEFT");
    this.#issue({ orderKind: "CASE", to: unitAddress(this.#crew.team), instructions: "请审查是否立案" });
  }

  #toPartner(minutes: number): Item {
    this.#begin(minutes, "DISPUTE", "MARRIAGE_FAMILY");
    return this.#issue({
      ...{ orderKind: "LINKAGE", to: unitAddress(this.#crew.partner), title: "请派员参与调解" },
      instructions: "一起家庭矛盾，请派员共同调解",
    });
  }

  linkage = (minutes: number) => this.#toPartner(minutes);

  linkageAnswered(minutes: number): void {
    const order = this.#toPartner(minutes);
    if (claimantAt(this.#crew, this.#crew.partner, this.#story.time.at)) tellLinkage(this.#story, order);
  }

  /** Settled by whoever received it, without an order. */
  onTheSpot(minutes: number): void {
    const { matter } = this.#begin(minutes, "SERVICE", "HELP");
    const [receipt] = matter.items;
    this.#story.time.minutes(4, 12);
    const receiver =
      answererAt(this.#crew, receipt!.row, this.#story.time.at) ?? commanderOf(this.#crew, this.#story.time.at);
    this.#story.by(receiver, (doing) => dispose(doing, receipt!, "电话指导，问题已解决"));
  }

  justRegistered = (minutes: number) => void this.#begin(minutes, "SERVICE", "DOGS");

  /** At a seat that nobody holds, where the station has one. */
  vacant(minutes: number): void {
    const { now } = this.#ledger.draft;
    const isVacant = (grid: Grid, duty: Duty) => this.#ledger.answering.of(seatOf(grid, duty), now).length === 0;
    for (const duty of ["RESPONSIBLE_OFFICER", "MEDIATOR", "AUXILIARY"] as const) {
      const isAskedFor = this.#crew.grids.some((grid) => !isVacant(grid, duty));
      const grid = isAskedFor && this.#crew.grids.find((each) => isVacant(each, duty));
      if (!grid) continue;
      this.#begin(minutes, "DISPUTE", "NEIGHBOURS");
      this.#issue({ orderKind: "COMMUNITY", to: seatOf(grid, duty), instructions: "请上门了解" });
    }
  }

  tasks(minutes: number): void {
    const { ledger, station, grids } = this.#crew;
    const start = new Story(this.#crew, ago(ledger.draft.now, minutes));
    const said = { title: "冬季防火隐患排查", instructions: "逐户检查用火用电，发现隐患当场登记", burdenMinutes: 120 };
    const items = start.byRoom((doing) => issueTask(doing, station, grids, said));
    for (const [index, item] of items.entries()) tellUpToNow(() => this.#tellTask(item, index % 4, start.time.at));
  }

  #tellTask(item: Item, progress: number, from: Date): void {
    if (!answererAt(this.#crew, item.row, from)) return;
    this.#story = new Story(this.#crew, from);
    if (progress === 0) return;
    this.#step(
      item,
      (doing) => submit(doing, item, { done: "已排查完毕", count: 26, minutes: 110 }),
      5 * hour,
      30 * hour,
    );
    if (progress > 1)
      this.#command(item, (doing) => (progress === 2 ? close(doing, item) : returnIt(doing, item, "请补充户数")));
  }

  /** Not open before the day after tomorrow. */
  plannedTask(minutes: number): void {
    const { ledger, station, grids } = this.#crew;
    const opensAt = new Date(ledger.draft.now.getTime() + 2 * day * 60_000);
    const said = { title: "岁末平安宣传", instructions: null, burdenMinutes: 60, opensAt };
    const story = new Story(this.#crew, ago(ledger.draft.now, minutes));
    story.byRoom((doing) => issueTask(doing, station, grids.slice(0, 5), said));
  }
}
