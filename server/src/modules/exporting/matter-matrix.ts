import type { Context } from "#kernel/context";
import type { GraphQLSchema } from "graphql";
import { Invalid } from "#kernel/errors";
import type { Locale } from "#kernel/messages";
import type { SheetCell } from "#modules/imports";
import { operationIn, readData } from "./read-data.ts";
import type { TableSource } from "./table.ts";

interface Figures {
  found: number;
  ended: number;
  settled: number;
  foundEnded: number;
  foundSettled: number;
}

interface Cell extends Figures {
  place: string | null;
  category: string;
}

const operation = operationIn(
  `query Matrix($kind: MatterKind!, $from: LocalDate!, $until: LocalDate!, $by: MatrixPlace!, $unitId: ID) {
    matterMatrix(kind: $kind, from: $from, until: $until, by: $by, unitId: $unitId) { place category found ended settled foundEnded foundSettled } }`,
);

/** Of the period by when things happened; of what was found in it, by what has become of it: never the one by the other. */
const measures: readonly { title: Record<Locale, string>; of: (figures: Figures) => SheetCell }[] = [
  { title: { "zh-CN": "排查数", en: "Found" }, of: ({ found }) => found },
  { title: { "zh-CN": "调处数（本期结束）", en: "Ended in the period" }, of: ({ ended }) => ended },
  { title: { "zh-CN": "成功数（本期化解）", en: "Settled in the period" }, of: ({ settled }) => settled },
  {
    title: { "zh-CN": "调处率（本期排查的，至今）", en: "Ended by now, of those found" },
    of: ({ foundEnded, found }) => rate(foundEnded, found),
  },
  {
    title: { "zh-CN": "化解率（本期排查的，至今）", en: "Settled by now, of those found" },
    of: ({ foundSettled, found }) => rate(foundSettled, found),
  },
];

/** 0 of 0 is no rate. */
const rate = (part: number, whole: number) => (whole === 0 ? "—" : `${Math.round((1000 * part) / whole) / 10}%`);

const words = {
  caption: {
    "zh-CN": (from: string, until: string) => `矛盾纠纷排查情况（${from} 至 ${until}）`,
    en: (from: string, until: string) => `Disputes found and settled (${from} to ${until})`,
  },
  category: { "zh-CN": "类别", en: "Category" },
  measure: { "zh-CN": "项目", en: "Figure" },
  noGrid: { "zh-CN": "（无网格）", en: "(no grid)" },
  subtotal: { "zh-CN": "小计", en: "Total" },
  year: { "zh-CN": "年度累计", en: "Year to date" },
  all: { "zh-CN": "各类小计", en: "All categories" },
} as const;

const none: Figures = { found: 0, ended: 0, settled: 0, foundEnded: 0, foundSettled: 0 };
const keys = Object.keys(none) as (keyof Figures)[];

const sum = (cells: readonly Figures[]): Figures =>
  cells.reduce(
    (total, cell) => Object.fromEntries(keys.map((key) => [key, total[key] + cell[key]])) as unknown as Figures,
    none,
  );

/** The monthly report by category: for each station or grid, all of them, and the year so far. */
export const tableOfMatrix: TableSource = async (ctx, schema, { filter = {} }) => {
  const { kind = "DISPUTE", by = "STATION", from, until, unitId } = filter;
  if (typeof from !== "string" || typeof until !== "string" || until < from)
    throw new Invalid([{ path: ["filter"], code: "EXPORT_VARIABLES" }]);
  const asked = { kind, by, unitId, until };
  const cells = await read(ctx, schema, { ...asked, from });
  const ofYear = await read(ctx, schema, { ...asked, from: `${until.slice(0, 4)}-01-01` });
  const { locale } = ctx;
  const named = ({ place }: Cell) => place ?? words.noGrid[locale];
  const places = [...new Set(cells.map(named))].toSorted((one, other) => one.localeCompare(other, "zh-CN"));
  const categories = [...new Set([...cells, ...ofYear].map(({ category }) => category))];
  const lines = [...categories.map((category) => ({ title: category, category })), { title: words.all[locale] }];
  const rows = lines.flatMap(({ title, category }: { title: string; category?: string }) => {
    const isOf = (cell: Cell) => category === undefined || cell.category === category;
    const own = cells.filter(isOf);
    const columns = [
      ...places.map((place) => sum(own.filter((cell) => named(cell) === place))),
      sum(own),
      sum(ofYear.filter(isOf)),
    ];
    return measures.map((measure) => lineOf([title, measure.title[locale]], columns.map(measure.of)));
  });
  const titles = [words.category, words.measure].map((word) => ({ title: word[locale], width: 18 }));
  const ofPlaces = [...places, words.subtotal[locale], words.year[locale]].map((title) => ({ title, width: 14 }));
  return { caption: words.caption[locale](from, until), columns: [...titles, ...ofPlaces], rows };
};

const lineOf = (head: SheetCell[], figures: SheetCell[]) => head.concat(figures);

const read = async (ctx: Context, schema: GraphQLSchema, given: Record<string, unknown>) =>
  (await readData<{ matterMatrix: Cell[] }>(ctx, schema, operation, given)).matterMatrix;
