import type { Draft, Unit } from "../draft.ts";
import { workBegunAt } from "./begun.ts";
import { calendarFor } from "./calendar.ts";
import { tellChecklist } from "./checklist.ts";
import { categoryOf } from "./categories.ts";
import { sourceOf, urgencyOf } from "./chongwen-plan.ts";
import { actorOf, addMemberAccount, couldActAll, type Crew } from "./crew.ts";
import { type Ledger, newLedger, tellUpToNow } from "./ledger.ts";
import { tellStates } from "./states.ts";
import { tellIncident } from "./stories.ts";
import { toldCategories } from "./words.ts";

const dayMs = 86_400_000;
const officersWithAccounts = 8;
const withChecklist = new Set(["解州"]);

/** Some weeks of work of a station, and work in every state. */
export function tellLately(draft: Draft, stationNames: readonly string[], known?: Ledger): Ledger {
  const ledger = known ?? newLedger(draft, calendarFor(draft), workBegunAt(draft));
  for (const name of stationNames) {
    const station = draft.units.find((unit) => unit.kind === "STATION" && unit.name === `${name}派出所`)!;
    const crew = crewOf(ledger, station);
    for (let count = 0; count < 30; count++) tellUpToNow(() => tellOne(crew, count));
    tellStates(crew);
    if (withChecklist.has(name)) tellChecklist(crew);
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

/** The bureau's dispatcher commands, and some of the station's officers have accounts. */
function crewOf(ledger: Ledger, station: Unit): Crew {
  const { draft } = ledger;
  const below = (kind: Unit["kind"]) =>
    draft.units.filter((unit) => unit.parentId === station.id && unit.kind === kind);
  const dispatcher = draft.accounts.find(({ role }) => role === "DISPATCHER")!;
  const holders = new Set<string>();
  const grids = draft.grids.filter(({ stationId, closedOn }) => stationId === station.id && !closedOn);
  for (const { id: gridId } of grids)
    for (const each of draft.assignments)
      if (each.gridId === gridId && each.duty === "RESPONSIBLE_OFFICER" && !each.endsAt) holders.add(each.memberId);
  const able = draft.members.filter((member) => holders.has(member.id) && couldActAll(draft, member));
  const actors = able
    .slice(0, officersWithAccounts)
    .map((member) => addMemberAccount(draft, member, { unit: station }));
  return {
    ...{ ledger, station, grids, commanders: [actorOf(dispatcher)] },
    team: below("TEAM").at(-1) ?? station,
    partner: below("PARTNER")[0]!,
    actors: new Map(actors.map((actor) => [actor.memberId!, actor])),
  };
}
