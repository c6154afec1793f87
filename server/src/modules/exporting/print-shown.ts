import type { GraphQLSchema } from "graphql";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { plainCell, type SheetCell } from "#modules/imports";
import type { Part } from "./column-parts.ts";
import { madeBy } from "./export-file.ts";
import { listedDocument } from "./listed-document.ts";
import { type Shown, tableOfShown, withoutPage } from "./read-shown.ts";
import { recordExport } from "./record-export.ts";

export interface ShownPrint extends Shown {
  /** The screens' own document. */
  text: string;
  list?: string | undefined;
  /** What of a row says to which of several sheets it belongs. */
  by?: Part | undefined;
}

/** A list for paper: the browser that has asked lays it out. */
export interface Paper {
  caption: string;
  unit: string;
  maker: string;
  day: string;
  columns: string[];
  sheets: { title: string | null; rows: (string | number)[][] }[];
}

/** Some sixty pages; more is read in a file. */
const mostPrinted = 2_000;

/** All rows of a list in the columns in which the screen shows it, on record as what leaves the house by a file is. */
export async function printShown(ctx: Context, schema: GraphQLSchema, asked: ShownPrint): Promise<Paper> {
  const { text, list, by, ...shown } = asked;
  const document = listedDocument(schema, text, list);
  const last = by ? [{ title: by.path, parts: [by] }] : [];
  const { caption, columns, rows } = await tableOfShown(
    ctx,
    document,
    { ...shown, columns: [...shown.columns, ...last] },
    { counted: assertPrintable, mark: "\n" },
  );
  const filter = withoutPage(shown.variables);
  await recordExport(ctx, { layout: document.key, format: "paper", filter, rows: rows.length });
  return {
    caption,
    ...(await madeBy(ctx, schema, filter["filter"] as never)),
    columns: columns.slice(0, columns.length - last.length).map(({ title }) => title),
    sheets: by ? sheetsOf(rows) : [{ title: null, rows: rows.map(printed) }],
  };
}

function assertPrintable(count: number) {
  if (count > mostPrinted)
    throw new Invalid([
      { path: ["variables", "filter"], code: "PRINT_TOO_MANY", params: { count, most: mostPrinted } },
    ]);
}

/** By what the last cell of each says, in the order in which that is met, each numbered anew. */
function sheetsOf(rows: readonly SheetCell[][]): Paper["sheets"] {
  const sheets = new Map<string, (string | number)[][]>();
  for (const row of rows) {
    const [, ...cells] = printed(row);
    const title = String(cells.pop());
    const sheet = sheets.get(title) ?? [];
    sheet.push([sheet.length + 1, ...cells]);
    sheets.set(title, sheet);
  }
  return [...sheets].map(([title, rows]) => ({ title, rows }));
}

const printed = (row: readonly SheetCell[]) => row.map((cell) => (typeof cell === "number" ? cell : plainCell(cell)));
