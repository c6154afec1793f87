import type { GraphQLSchema } from "graphql";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { writeTable, type WrittenFile } from "./export-file.ts";
import { listedDocument } from "./listed-document.ts";
import { mostRows } from "./read-list.ts";
import { type Shown, tableOfShown, withoutPage } from "./read-shown.ts";
import { recordExport } from "./record-export.ts";
import { requestListExport } from "./request-list-export.ts";

export interface ShownExport extends Shown {
  /** The screens' own document. */
  text: string;
  /** Which of its lists, where it has several. */
  list?: string | undefined;
  format: "xlsx" | "csv";
}

/** So many rows are written while somebody waits. */
const mostAtOnce = 5_000;

class ForLater extends Error {
  readonly rows: number;
  constructor(rows: number) {
    super();
    this.rows = rows;
  }
}

/** A list in the columns in which the screen shows it, on record with how many rows left the house; the id of an export that is written later, where they are many. */
export async function exportShown(
  ctx: Context,
  schema: GraphQLSchema,
  asked: ShownExport,
  most = mostAtOnce,
): Promise<WrittenFile | { id: string }> {
  const { text, list, format, ...shown } = asked;
  const document = listedDocument(schema, text, list);
  try {
    const table = await tableOfShown(ctx, document, shown, { counted: (rows) => assertFew(rows, most) });
    const filter = withoutPage(shown.variables);
    await recordExport(ctx, { layout: document.key, format, filter, rows: table.rows.length });
    return await writeTable(ctx, schema, table, {
      format,
      filter: shown.variables["filter"] as never,
      said: shown.said,
    });
  } catch (error) {
    if (error instanceof ForLater) return requestListExport(ctx, asked, error.rows);
    throw error;
  }
}

function assertFew(count: number, most: number) {
  if (count > mostRows)
    throw new Invalid([{ path: ["variables", "filter"], code: "EXPORT_TOO_MANY", params: { count, most: mostRows } }]);
  if (count > most) throw new ForLater(count);
}
