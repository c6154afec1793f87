import type { Random } from "../random.ts";
import { categoryOf } from "./categories.ts";
import type { Ledger } from "./ledger.ts";
import type { Card, Category, MatterKind, MatterSource, Urgency } from "./rows.ts";
import type { IncidentPlan, Next } from "./stories.ts";
import { toldCategories } from "./words.ts";

/** What 崇文派出所 is reported to have done in half a year; a test counts it all. */
export const reported = {
  incidents: 1145,
  cases: 167,
  supervisions: 184,
  disputes: 93,
  disputesSettled: 71,
  hazardsPutRight: 10,
} as const;

/** Of the incidents; the first three, seven of ten, are of the dispute, hazard and help class. */
const mixture: readonly (readonly [kind: MatterKind, code: string | null, count: number])[] = [
  ["DISPUTE", null, 430],
  ["HAZARD", null, 96],
  ["SERVICE", "HELP", 300],
  ["SERVICE", "HOTLINE_12345", 28],
  ["SERVICE", "DOGS", 24],
  ["INCIDENT", "THEFT", 92],
  ["INCIDENT", "FRAUD", 61],
  ["INCIDENT", "FIGHT", 48],
  ["INCIDENT", null, 66],
];

/** Ours: how many of the disputes reached the station by a visit and no call, and how many are still in work. */
export const visited = 9;
const [unsettled, inWork] = [12, 10];
const hazardsInWork = 2;
const redCards = 14;

const day = 86_400_000;
export const halfYear = 182;

type Draft = Omit<IncidentPlan, "next" | "cards"> & { cards: Card[]; next?: Next };

export function incidentPlans({ draft, random, categories }: Ledger): IncidentPlan[] {
  const { now } = draft;
  const latest = now.getTime() - 15 * 60_000;
  const earliest = now.getTime() - halfYear * day + 60_000;
  const plans = random
    .shuffled(mixture.flatMap(([kind, code, count]) => Array.from({ length: count }, () => ({ kind, code }))))
    .map(({ kind, code }): Draft => ({
      at: momentOf(random, earliest, latest),
      category: categoryOf(categories, kind, code ?? random.pick(toldCategories(kind))),
      source: sourceOf(random),
      urgency: urgencyOf(random, kind),
      isForTeam: random.chance(0.3),
      isReturned: random.chance(0.05),
      isLate: random.chance(0.03),
      cards: [],
    }));
  const olderThan = (days: number) => plans.filter(({ at }) => at.getTime() < now.getTime() - days * day);
  addCases(random, olderThan(21));
  addCommunity(random, olderThan(24), "DISPUTE", [
    [reported.disputesSettled - visited, { isResolved: true }],
    [unsettled / 2, { isResolved: false }],
    [unsettled / 2, { isResolved: false, isPassedToPartner: true }],
  ]);
  addCommunity(random, olderThan(24), "HAZARD", [[reported.hazardsPutRight, { isResolved: true }]]);
  addInWork(olderThan(0.4), "DISPUTE", inWork);
  addInWork(olderThan(0.4), "HAZARD", hazardsInWork);
  addCards(random, olderThan(4));
  return plans;
}

/** More by day and in the evening than at night. */
function momentOf(random: Random, earliest: number, latest: number): Date {
  for (;;) {
    const at = new Date(random.int(Math.ceil(earliest / 1000), Math.floor(latest / 1000)) * 1000);
    const hour = (at.getUTCHours() + 8) % 24;
    if (random.chance(hour < 6 ? 0.15 : hour < 8 || hour > 21 ? 0.45 : 1)) return at;
  }
}

const sources: readonly MatterSource[] = [
  ...Array.from({ length: 14 }, () => "EMERGENCY_110" as const),
  ...(["HOTLINE_12345", "HOTLINE_12345", "WALK_IN", "WALK_IN", "GRID_WORKER", "PATROL"] as const),
];
export const sourceOf = (random: Random) => random.pick(sources);

export const urgencyOf = (random: Random, kind: MatterKind): Urgency =>
  kind === "INCIDENT" && random.chance(0.3) ? (random.chance(0.2) ? "CRITICAL" : "URGENT") : "ORDINARY";

const goesToCases = ({ kind, code }: Category) =>
  kind === "INCIDENT" && (code === "THEFT" || code === "FRAUD" || code === "FIGHT");

function addCases(random: Random, plans: Draft[]): void {
  const fit = random.shuffled(plans.filter(({ category }) => goesToCases(category)));
  for (const [index, plan] of fit.slice(0, reported.cases).entries())
    plan.next = { kind: "CASE", isDeclined: index % 50 === 0 };
}

type Outcome = Omit<Next & { kind: "COMMUNITY" }, "kind">;

function addCommunity(
  random: Random,
  plans: Draft[],
  kind: MatterKind,
  counts: readonly (readonly [count: number, outcome: Outcome])[],
) {
  const fit = random.shuffled(plans.filter(({ category, next }) => category.kind === kind && !next));
  for (const [count, outcome] of counts)
    for (const plan of fit.splice(0, count)) plan.next = { kind: "COMMUNITY", ...outcome };
}

/** The latest of the kind: their officers are at it. */
function addInWork(plans: Draft[], kind: MatterKind, count: number) {
  const latest = plans
    .filter(({ category, next }) => category.kind === kind && !next)
    .sort((one, other) => other.at.getTime() - one.at.getTime());
  for (const plan of latest.slice(0, count))
    Object.assign(plan, { next: { kind: "COMMUNITY", isInWork: true }, isReturned: false, isLate: false });
}

/** What is late is supervised, and what was reported badly; now and then twice. */
function addCards(random: Random, plans: Draft[]): void {
  const late = plans.filter(({ isLate }) => isLate);
  const others = random.shuffled(plans.filter(({ isLate }) => !isLate));
  const carded = [...late, ...others].slice(0, reported.supervisions - redCards);
  for (const [index, plan] of carded.entries()) plan.cards = index < redCards ? ["YELLOW", "RED"] : ["YELLOW"];
}
