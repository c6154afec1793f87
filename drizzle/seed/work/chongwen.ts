import { addMember, type Draft, type Unit } from "../draft.ts";
import { close, submit } from "./actions.ts";
import { issueTask } from "./tasks.ts";
import { workBegunAt } from "./begun.ts";
import { calendarFor } from "./calendar.ts";
import { categoryOf } from "./categories.ts";
import { incidentPlans, visited } from "./chongwen-plan.ts";
import { addMemberAccount, answererAt, couldActAll, type Crew, mannedGrid, seatOf } from "./crew.ts";
import { type Ledger, newLedger, tellUpToNow } from "./ledger.ts";
import { issueOrder } from "./matters.ts";
import { Story, tellCommunity, tellIncident } from "./stories.ts";
import { ago } from "./timeline.ts";

/** The team that takes on cases, and whoever answers for the partner: 崇文's own, so that nobody else's name moves. */
export function addChongwenCrew(draft: Draft): void {
  const { team, partner } = unitsOf(draft);
  for (let count = 0; count < 4; count++) addMember(draft, team, "OFFICER").joinedOn = "2024-05-06";
  addMember(draft, partner, "MEDIATOR").joinedOn = "2024-05-06";
}

function unitsOf({ units }: Draft) {
  const station = units.find(({ name }) => name === "崇文派出所")!;
  const below = (kind: Unit["kind"]) => units.find((unit) => unit.parentId === station.id && unit.kind === kind)!;
  return { station, room: below("COMMAND_ROOM"), team: below("TEAM"), partner: below("PARTNER") };
}

function crewOf(ledger: Ledger): Crew {
  const { draft } = ledger;
  const { station, room, team, partner } = unitsOf(draft);
  const grids = draft.grids.filter(({ stationId }) => stationId === station.id);
  const able = draft.members.filter((member) => couldActAll(draft, member));
  const named = (index: number, name: string) => (index === 0 ? { name } : {});
  const commanders = able
    .filter(({ unitId }) => unitId === room.id)
    .map((member, index) =>
      addMemberAccount(draft, member, { role: "DISPATCHER", unit: station, ...named(index, "room-chongwen") }),
    );
  const holders = new Set(grids.flatMap(({ id }) => holdersOf(draft, id)));
  const officers = able.filter(({ id, kind, unitId }) => kind === "OFFICER" && (holders.has(id) || unitId === team.id));
  const first = holdersOf(draft, grids[0]!.id, true)[0];
  const actors = officers.map((member) =>
    addMemberAccount(draft, member, { unit: station, ...named(member.id === first ? 0 : 1, "officer-chongwen") }),
  );
  const partners = able
    .filter(({ unitId }) => unitId === partner.id)
    .map((member, index) => addMemberAccount(draft, member, { unit: partner, ...named(index, "partner-chongwen") }));
  return {
    ...{ ledger, station, team, partner, grids, commanders },
    actors: new Map([...actors, ...partners].map((actor) => [actor.memberId!, actor])),
  };
}

const holdersOf = ({ assignments }: Draft, gridId: string, areToday = false) =>
  assignments
    .filter((each) => each.gridId === gridId && each.duty === "RESPONSIBLE_OFFICER" && (!areToday || !each.endsAt))
    .map(({ memberId }) => memberId);

/** Half a year of 崇文派出所, with its reported figures. */
export function tellChongwen(draft: Draft): Ledger {
  const ledger = newLedger(draft, calendarFor(draft), workBegunAt(draft));
  const crew = crewOf(ledger);
  for (const plan of incidentPlans(ledger)) tellUpToNow(() => tellIncident(crew, plan));
  for (let count = 0; count < visited; count++) tellUpToNow(() => tellVisit(crew, count));
  for (let count = 0; count < 4; count++) tellUpToNow(() => tellTasks(crew, count));
  return ledger;
}

/** An officer hears of a dispute on a visit, registers it, and settles it. */
function tellVisit(crew: Crew, count: number): void {
  const { ledger } = crew;
  const story = new Story(crew, ago(ledger.draft.now, (30 + count * 16) * 1440));
  story.time.daytime();
  const grid = mannedGrid(crew, story.time.at);
  const officer = answererAt(crew, seatOf(grid), story.time.at)!;
  const category = categoryOf(ledger.categories, "DISPUTE", count % 2 ? "NEIGHBOURS" : "PROPERTY_MANAGEMENT");
  story.register(grid, { category, source: "VISIT", urgency: "ORDINARY" }, officer);
  story.time.minutes(5, 40);
  const order = story.byRoom((doing) => issueOrder(doing, story.matter, { orderKind: "COMMUNITY", to: seatOf(grid) }));
  tellCommunity(story, order, { kind: "COMMUNITY", isResolved: true });
}

/** Each month a round of visits, in every grid. */
function tellTasks(crew: Crew, count: number): void {
  const { ledger, grids } = crew;
  const start = new Story(crew, ago(ledger.draft.now, (6 + count * 30) * 1440));
  start.time.daytime();
  const items = start.byRoom((doing) =>
    issueTask(doing, crew.station, grids, {
      title: "月度安全隐患走访",
      instructions: "每个网格走访不少于十户",
      burdenMinutes: 180,
    }),
  );
  for (const item of items)
    tellUpToNow(() => {
      const story = new Story(crew, start.time.at);
      story.time.hours(20, 150).daytime();
      const result = { done: "已完成走访", count: ledger.random.int(10, 24), minutes: ledger.random.int(120, 240) };
      story.byAnswerer(item, (doing) => submit(doing, item, result));
      story.time.hours(2, 30).daytime();
      story.byRoom((doing) => close(doing, item));
    });
}
