import { Invalid } from "#kernel/errors";
import type { Locale } from "#kernel/messages";
import { dayOf } from "#kernel/day";
import type { SheetCell } from "#modules/imports";
import { operationIn, readData } from "./read-data.ts";
import type { TableSource } from "./table.ts";

interface Figures {
  gridsBefore: number;
  requiredBefore: number;
  filledBefore: number;
  vacantBefore: number;
  came: number;
  left: number;
  gapsOpened: number;
  gapsClosed: number;
  gridsAfter: number;
  requiredAfter: number;
  filledAfter: number;
  vacantAfter: number;
}

interface Line extends Figures {
  station: { id: string; name: string };
}

const figures = [
  "gridsBefore",
  "requiredBefore",
  "filledBefore",
  "vacantBefore",
  "came",
  "left",
  "gapsOpened",
  "gapsClosed",
  "gridsAfter",
  "requiredAfter",
  "filledAfter",
  "vacantAfter",
] as const satisfies readonly (keyof Figures)[];

const operation = operationIn(
  `query MonthReport($since: DateTime!, $at: DateTime) {
    dayComparison(since: $since, at: $at) { station { id name } ${figures.join(" ")} } }`,
);

const rate = ({ filledAfter, requiredAfter }: Figures) =>
  requiredAfter === 0 ? "—" : `${Math.round((1000 * filledAfter) / requiredAfter) / 10}%`;

const columns: readonly { title: Record<Locale, string>; of: (line: Figures) => SheetCell }[] = [
  { title: { "zh-CN": "期末网格", en: "Grids" }, of: ({ gridsAfter }) => gridsAfter },
  { title: { "zh-CN": "期初应配", en: "Required before" }, of: ({ requiredBefore }) => requiredBefore },
  { title: { "zh-CN": "期初在岗", en: "Filled before" }, of: ({ filledBefore }) => filledBefore },
  { title: { "zh-CN": "期初空缺", en: "Vacant before" }, of: ({ vacantBefore }) => vacantBefore },
  { title: { "zh-CN": "到任（人次）", en: "Came" }, of: ({ came }) => came },
  { title: { "zh-CN": "离任（人次）", en: "Left" }, of: ({ left }) => left },
  { title: { "zh-CN": "新增空缺", en: "Gaps opened" }, of: ({ gapsOpened }) => gapsOpened },
  { title: { "zh-CN": "消除空缺", en: "Gaps closed" }, of: ({ gapsClosed }) => gapsClosed },
  { title: { "zh-CN": "期末应配", en: "Required after" }, of: ({ requiredAfter }) => requiredAfter },
  { title: { "zh-CN": "期末在岗", en: "Filled after" }, of: ({ filledAfter }) => filledAfter },
  { title: { "zh-CN": "期末空缺", en: "Vacant after" }, of: ({ vacantAfter }) => vacantAfter },
  { title: { "zh-CN": "期末配备率", en: "Coverage after" }, of: rate },
];

const words = {
  caption: {
    "zh-CN": (from: string, to: string) => `网格力量配备月报（${from} 至 ${to}）`,
    en: (from: string, to: string) => `Coverage of the grids (${from} to ${to})`,
  },
  station: { "zh-CN": "派出所", en: "Station" },
  sum: { "zh-CN": "合计", en: "Total" },
} as const;

const sumOf = (lines: readonly Figures[]) =>
  Object.fromEntries(
    figures.map((figure) => [figure, lines.reduce((sum, line) => sum + line[figure], 0)]),
  ) as unknown as Figures;

/** The month's report 月报: the seats of each station as they stood and stand, and what changed in between. */
export const monthReport: TableSource = async (ctx, schema, { filter = {} }) => {
  const { since, at, unitId } = filter;
  if (!isMoment(since) || !(at === undefined || isMoment(at)))
    throw new Invalid([{ path: ["filter"], code: "EXPORT_VARIABLES" }]);
  const { dayComparison } = await readData<{ dayComparison: Line[] }>(ctx, schema, operation, { since, at });
  const lines = unitId === undefined ? dayComparison : dayComparison.filter(({ station }) => station.id === unitId);
  const { locale } = ctx;
  const rows = lines.map((line) => [line.station.name, ...columns.map(({ of }) => of(line))]);
  if (lines.length > 1) rows.push([words.sum[locale], ...columns.map(({ of }) => of(sumOf(lines)))]);
  const [from, to] = [dayOf(new Date(since)), dayOf(at === undefined ? ctx.now() : new Date(at))];
  return {
    caption: words.caption[locale](from, to),
    columns: [
      { title: words.station[locale], width: 22 },
      ...columns.map(({ title }) => ({ title: title[locale], width: 14 })),
    ],
    rows,
  };
};

const isMoment = (value: unknown): value is string => typeof value === "string" && !Number.isNaN(Date.parse(value));
