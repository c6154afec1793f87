import type { GraphQLSchema } from "graphql";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { writeTable, type WrittenFile } from "./export-file.ts";
import { listedDocument } from "./listed-document.ts";
import { type Shown, tableOfShown } from "./read-shown.ts";
import { mostRows } from "./read-list.ts";
import { recordExport } from "./record-export.ts";

export interface ShownExport extends Shown {
  /** The screens' own document. */
  text: string;
  /** Which of its lists, where it has several. */
  list?: string | undefined;
  format: "xlsx" | "csv";
}

/** A list in the columns in which the screen shows it, on record with how many rows left the house. */
export async function exportShown(
  ctx: Context,
  schema: GraphQLSchema,
  { text, list, format, ...shown }: ShownExport,
): Promise<WrittenFile> {
  const document = listedDocument(schema, text, list);
  const table = await tableOfShown(ctx, document, shown, { counted: assertSo });
  const { first, last, before, after, ...filter } = shown.variables;
  await recordExport(ctx, { layout: document.key, format, filter, rows: table.rows.length });
  return writeTable(ctx, schema, table, { format, filter: shown.variables["filter"] as never });
}

function assertSo(count: number) {
  if (count <= mostRows) return;
  throw new Invalid([{ path: ["variables", "filter"], code: "EXPORT_TOO_MANY", params: { count, most: mostRows } }]);
}
