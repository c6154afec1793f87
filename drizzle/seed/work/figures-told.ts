import { addDays, dayIn } from "../days.ts";
import type { Draft, Unit } from "../draft.ts";
import { incidentsOf, published, smallServices } from "../figures.ts";
import { officeMoment, workday } from "../log/office-hours.ts";
import { isWithin, type Span, spansOf } from "../periods-of-figures.ts";
import { randomFrom } from "../random.ts";
import { shares } from "../shares.ts";
import { actorOf } from "./crew.ts";
import type { Ledger } from "./ledger.ts";
import { countOf, type Desk, momentWithin, type Received, tellSettled } from "./settled.ts";
import { toldCategories } from "./words.ts";
import type { MatterKind, MatterSource, MediationMethod } from "./rows.ts";

/** Beside the stories, as many matters as make up the figures that are published of the bureau's stations. */
export function tellFigures(ledger: Ledger): void {
  const { code } = ledger.draft;
  if (code === "140802") tellXiezhou(ledger);
  if (code === "140107") tellJulun(ledger);
  if (code === "141181") tellXinyi(ledger);
  if (code === "410481") tellWugang(ledger);
}

const sources: readonly MatterSource[] = ["EMERGENCY_110", "EMERGENCY_110", "WALK_IN", "GRID_WORKER", "VISIT"];

function deskOf(ledger: Ledger, station: Unit, seed = 11): Desk {
  const { draft } = ledger;
  const grids = draft.grids.filter(({ stationId, closedOn }) => stationId === station.id && !closedOn);
  const by = actorOf(draft.accounts.find(({ role }) => role === "DISPATCHER")!);
  return { ledger, random: randomFrom(Number(draft.code) + seed), station, grids, by };
}

const stationNamed = ({ units }: Draft, name: string) =>
  units.find((unit) => unit.kind === "STATION" && unit.name === `${name}派出所`)!;

/** So many, each at a moment of the span at which somebody was there. */
function tellMany(desk: Desk, count: number, span: Span, said: () => Omit<Received, "happenedAt">) {
  for (let told = 0; told < count;)
    if (tellSettled(desk, { ...said(), happenedAt: momentWithin(desk, span) })) told += 1;
}

const ofSome = ({ random }: Desk, kind: MatterKind): Omit<Received, "happenedAt"> => ({
  ...{ kind, code: random.pick(toldCategories(kind)), source: random.pick(sources) },
});

/** The ledger of the years before there was the system was put down when work in it began. */
const sharesOfDisputes = { since: 0.4 };

function tellXiezhou(ledger: Ledger): void {
  const desk = deskOf(ledger, stationNamed(ledger.draft, "解州"));
  const { fiveYears, twoYears, months } = spansOf(ledger.draft.now);
  const { disputes, help, consultations } = published.xiezhou;
  const since = Math.round(disputes * sharesOfDisputes.since);
  tellMany(desk, since - countOf(desk, twoYears, "DISPUTE"), twoYears, () => ofSome(desk, "DISPUTE"));
  putDownLater(desk, disputes - countOf(desk, fiveYears, "DISPUTE"), {
    from: fiveYears.from,
    to: addDays(twoYears.from, -1),
  });
  const known = countOf(desk, twoYears, "SERVICE", (_, { code }) => code === "HELP");
  tellMany(desk, help - known, twoYears, () => ({ ...ofSome(desk, "SERVICE"), code: "HELP" }));
  tellMany(desk, consultations, twoYears, () => ({ kind: "SERVICE", code: "CONSULTATION", source: "WALK_IN" }));
  for (const [index, month] of months.entries())
    tellMany(desk, incidentsOf(index) - countOf(desk, month, "INCIDENT"), month, () => ofSome(desk, "INCIDENT"));
}

const daysToPutDown = 60;

function putDownLater(desk: Desk, count: number, span: Span): void {
  const { ledger, random } = desk;
  const begun = dayIn(ledger.categories[0]!.createdAt);
  for (let told = 0; told < count;) {
    const registeredAt = officeMoment(random, workday(addDays(begun, 1 + random.int(0, daysToPutDown)), 1));
    const happenedAt = momentWithin(desk, span);
    if (tellSettled(desk, { ...ofSome(desk, "DISPUTE"), happenedAt, registeredAt, description: "纸质台账补录" }))
      told += 1;
  }
}

function tellJulun(ledger: Ledger): void {
  const desk = deskOf(ledger, stationNamed(ledger.draft, "巨轮"));
  const { beforeLately } = spansOf(ledger.draft.now);
  const missing = published.julun.disputes - countOf(desk, beforeLately, "DISPUTE");
  tellMany(desk, missing, beforeLately, () => ofSome(desk, "DISPUTE"));
}

function tellXinyi(ledger: Ledger): void {
  const desk = deskOf(ledger, stationNamed(ledger.draft, "新义"));
  const { halfYear } = spansOf(ledger.draft.now);
  for (const [method, count] of Object.entries(published.xinyi.byMethod))
    tellMany(desk, count, halfYear, () => ({ ...ofSome(desk, "DISPUTE"), method: method as MediationMethod }));
  const counts = shares(published.xinyi.smallServices, [5, 2, 3, 4, 2]);
  for (const [index, code] of smallServices.entries())
    tellMany(desk, counts[index]!, halfYear, () => ({ kind: "SERVICE", code, source: desk.random.pick(sources) }));
}

/** Dealt out to all of its stations. */
function tellWugang(ledger: Ledger): void {
  const { eightMonths } = spansOf(ledger.draft.now);
  const stations = ledger.draft.units.filter(({ kind }) => kind === "STATION");
  const desks = stations.map((station, index) => deskOf(ledger, station, 11 + index));
  const settled = ledger.matters.filter(
    ({ row: { kind, outcome, endedAt } }) =>
      kind === "DISPUTE" && outcome === "SETTLED" && endedAt && isWithin(eightMonths, endedAt),
  ).length;
  const found = desks.reduce((sum, desk) => sum + countOf(desk, eightMonths, "HAZARD"), 0);
  const evenly = stations.map(() => 1);
  const disputes = shares(published.wugang.disputes - settled, evenly);
  const hazards = shares(published.wugang.hazards - found, evenly);
  for (const [index, desk] of desks.entries()) {
    tellMany(desk, disputes[index]!, eightMonths, () => ofSome(desk, "DISPUTE"));
    tellMany(desk, hazards[index]!, eightMonths, () => ({ ...ofSome(desk, "HAZARD"), source: "PATROL" }));
  }
}
