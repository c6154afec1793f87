import type { Draft, Unit } from "../draft.ts";
import { workBegunAt } from "./begun.ts";
import { calendarFor } from "./calendar.ts";
import { categoryOf } from "./categories.ts";
import { sourceOf, urgencyOf } from "./chongwen-plan.ts";
import { actorOf, addMemberAccount, couldActAll, type Crew } from "./crew.ts";
import { type Ledger, newLedger, tellUpToNow } from "./ledger.ts";
import { tellDay } from "./day-list.ts";
import { tellStates } from "./states.ts";
import { tellWeeks, type WeeksPlan } from "./weeks.ts";
import { tellIncident } from "./stories.ts";
import { toldCategories } from "./words.ts";

const dayMs = 86_400_000;
const officersWithAccounts = 8;
const officer = "RESPONSIBLE_OFFICER";

/** The stations whose weeks are reviewed: what their seats owe, and what they were asked for besides. */
const reviewed: Readonly<Record<string, WeeksPlan>> = {
  解州: {
    checklists: [{ code: "PATROL", duties: [officer, "AUXILIARY"] }],
    tasks: ["秋粮入仓防盗宣传", "农村道路安全劝导", "景区周边巡查", "养老反诈宣传", "冬季取暖安全提醒"],
  },
  新义: {
    checklists: [{ code: "REQUESTS", duties: [officer] }],
    tasks: ["商圈夜间巡查", "小区电动车充电检查", "校园周边护学", "物业矛盾摸排"],
  },
  巨轮: {
    checklists: [
      { code: "PATROL", duties: ["AUXILIARY"] },
      { code: "NOTICE", duties: [officer] },
    ],
    tasks: ["社区警民恳谈", "楼道堆物清理督促", "商户用电安全提醒", "老旧小区巡查"],
  },
};

/** Some weeks of work of a station, and work in every state. */
export function tellLately(draft: Draft, stationNames: readonly string[], known?: Ledger): Ledger {
  const ledger = known ?? newLedger(draft, calendarFor(draft), workBegunAt(draft));
  for (const name of stationNames) {
    const station = draft.units.find((unit) => unit.kind === "STATION" && unit.name === `${name}派出所`)!;
    const crew = crewOf(ledger, station, reviewed[name]);
    for (let count = 0; count < 30; count++) tellUpToNow(() => tellOne(crew, count));
    tellStates(crew);
    if (name === "巨轮") tellDay(crew);
    const plan = reviewed[name];
    if (plan) tellWeeks(crew, plan);
  }
  return ledger;
}

function tellOne(crew: Crew, count: number): void {
  const { random, draft, categories } = crew.ledger;
  const kind = random.pick(["DISPUTE", "SERVICE", "HAZARD", "INCIDENT", "DISPUTE"] as const);
  const days = 27 - (count * 27) / 30;
  const isFollowedUp = kind === "DISPUTE" && random.chance(0.4);
  tellIncident(crew, {
    at: new Date(draft.now.getTime() - (days + 0.3) * dayMs + random.int(0, 600) * 60_000),
    category: categoryOf(categories, kind, random.pick(toldCategories(kind))),
    ...{ source: sourceOf(random), urgency: urgencyOf(random, kind), isForTeam: false },
    ...{ isReturned: random.chance(0.1), isLate: false, cards: random.chance(0.1) ? ["YELLOW"] : [] },
    ...(isFollowedUp && { next: { kind: "COMMUNITY" as const, isResolved: random.chance(0.8) } }),
  });
}

/** The bureau's dispatcher commands; some of the station's officers have accounts, or all whose weeks are reviewed. */
function crewOf(ledger: Ledger, station: Unit, plan?: WeeksPlan): Crew {
  const { draft } = ledger;
  const below = (kind: Unit["kind"]) =>
    draft.units.filter((unit) => unit.parentId === station.id && unit.kind === kind);
  const dispatcher = draft.accounts.find(({ role }) => role === "DISPATCHER")!;
  const duties = new Set(plan ? plan.checklists.flatMap((checklist) => checklist.duties) : [officer]);
  const holders = new Set<string>();
  const grids = draft.grids.filter(({ stationId, closedOn }) => stationId === station.id && !closedOn);
  for (const { id: gridId } of grids)
    for (const each of draft.assignments)
      if (each.gridId === gridId && duties.has(each.duty) && !each.endsAt) holders.add(each.memberId);
  const able = draft.members.filter((member) => holders.has(member.id) && couldActAll(draft, member));
  const actors = able
    .slice(0, plan ? able.length : officersWithAccounts)
    .map((member) => addMemberAccount(draft, member, { unit: station }));
  return {
    ...{ ledger, station, grids, commanders: [actorOf(dispatcher)] },
    team: below("TEAM").at(-1) ?? station,
    partner: below("PARTNER")[0]!,
    actors: new Map(actors.map((actor) => [actor.memberId!, actor])),
  };
}
