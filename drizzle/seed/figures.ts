import { patrolDays, type Span, spansOf, visitDays } from "./periods-of-figures.ts";

export { spansOf };

/** What newspapers tell of the stations; how it is spread, and every row behind it, is invented. */
export const published = {
  xiezhou: { disputes: 1896, help: 307, consultations: 412, incidents: { first: 98, last: 42 } },
  julun: { disputes: 52 },
  xinyi: { byMethod: { FAMILY_HARMONY: 171, DUTY_AND_COURTESY: 154, WARM_FEELING: 118 }, smallServices: 479 },
  wugang: { visits: 37_000, patrols: 5_560, disputes: 118, hazards: 141 },
} as const;

export const smallServices = [
  "DO_REAL_THINGS",
  "SOLVE_SMALL_CASES",
  "SETTLE_SMALL_DISPUTES",
  "REMOVE_SMALL_HAZARDS",
  "KEEP_TO_SMALL_POLICING",
] as const;

/** Of each of the complete months of two years: a straight way down. */
export const incidentsOf = (month: number): number => {
  const { first, last } = published.xiezhou.incidents;
  return Math.round(first - ((first - last) * month) / 23);
};

/** A published figure, and the address of the list whose rows it counts, for whoever signs in with the account. */
export interface Figure {
  account: string;
  says: string;
  count: number;
  /** The list of all of them, where the figure is a part: 52/52. */
  of?: { count: number; address: string };
  address: string;
}

export function figuresOf(now: Date): Figure[] {
  const spans = spansOf(now);
  const { xiezhou, julun, xinyi, wugang } = published;
  const [first, last] = [spans.months[0]!, spans.months.at(-1)!];
  const disputes = Object.values(xinyi.byMethod).reduce<number>((sum, count) => sum + count, 0);
  const chief = (station: string, code: string, figures: Omit<Figure, "account">[]) =>
    figures.map((figure) => Object.assign({ account: `${station}@${code}` }, figure));
  return [
    ...chief("chief-xiezhou", "140802", [
      { says: "五年矛盾纠纷", count: xiezhou.disputes, address: matters(spans.fiveYears, { kind: "DISPUTE" }) },
      {
        says: "两年群众求助",
        count: xiezhou.help,
        address: matters(spans.twoYears, { kind: "SERVICE", category: "HELP" }),
      },
      {
        says: "两年群众咨询",
        count: xiezhou.consultations,
        address: matters(spans.twoYears, { kind: "SERVICE", category: "CONSULTATION" }),
      },
      {
        says: `${first.from.slice(0, 7)} 警情`,
        count: xiezhou.incidents.first,
        address: matters(first, { kind: "INCIDENT" }),
      },
      {
        says: `${last.from.slice(0, 7)} 警情`,
        count: xiezhou.incidents.last,
        address: matters(last, { kind: "INCIDENT" }),
      },
    ]),
    ...chief("chief-julun", "140107", [
      {
        says: "矛盾纠纷化解",
        count: julun.disputes,
        of: { count: julun.disputes, address: matters(spans.beforeLately, { kind: "DISPUTE" }) },
        address: matters(spans.beforeLately, { kind: "DISPUTE", state: "SETTLED" }),
      },
    ]),
    ...chief("chief-xinyi", "141181", [
      {
        says: "孝和、义礼、融情化解纠纷",
        count: disputes,
        address: matters(spans.halfYear, { kind: "DISPUTE", method: Object.keys(xinyi.byMethod).join() }),
      },
      {
        says: "五小警务",
        count: xinyi.smallServices,
        address: matters(spans.halfYear, { kind: "SERVICE", category: smallServices.join() }),
      },
    ]),
    ...chief("admin", "410481", [
      { says: "八个月走访", count: wugang.visits, address: runs("每日走访", visitDays(now)) },
      { says: "八个月巡逻", count: wugang.patrols, address: runs("每周巡逻", patrolDays(now)) },
      {
        says: "八个月化解纠纷",
        count: wugang.disputes,
        address: address("/matters", {
          kind: "DISPUTE",
          state: "SETTLED",
          endedFrom: spans.eightMonths.from,
          endedTo: spans.eightMonths.to,
        }),
      },
      { says: "八个月发现隐患", count: wugang.hazards, address: matters(spans.eightMonths, { kind: "HAZARD" }) },
    ]),
  ];
}

const address = (path: string, search: Record<string, string>) => `${path}?${new URLSearchParams(search).toString()}`;

const matters = ({ from, to }: Span, search: Record<string, string>) => address("/matters", { ...search, from, to });

const runs = (q: string, { from, to }: Span) => address("/checklist-runs", { q, state: "CLOSED", from, to });
