import type { GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import type { SheetCell } from "#modules/imports";
import { type AnyLayout, documentOf } from "./layout.ts";
import { operationIn, readData } from "./read-data.ts";
import type { Asked, TableSource } from "./table.ts";

const pageSize = 100;
export const mostRows = 50_000;

interface Page {
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: never[];
}

/** A list in a layout: every row that is shown, numbered, in its order. */
export const tableOfList =
  (layout: AnyLayout): TableSource =>
  async (ctx, schema, asked) => {
    const { locale } = ctx;
    const rows: SheetCell[][] = [];
    for await (const nodes of readList(ctx, schema, layout, asked))
      for (const node of nodes) rows.push([rows.length + 1, ...layout.columns.map(({ cell }) => cell(node, locale))]);
    const columns = layout.columns.map(({ title, width = usualWidth }) => ({ title: title[locale], width }));
    return { caption: layout.caption[locale], columns: [{ title: ordinal[locale], width: 6 }, ...columns], rows };
  };

const ordinal = { "zh-CN": "序号", en: "No." };
const usualWidth = 16;

/** All rows of a list that the caller sees and that fit, in its order, read page by page as any program would read them. */
async function* readList(
  ctx: Context,
  schema: GraphQLSchema,
  layout: AnyLayout,
  asked: Asked,
): AsyncGenerator<never[]> {
  const operation = operationOf(layout, asked);
  const filter = filterOf(layout, asked);
  const { orderBy, direction } = asked;
  const order = { ...(orderBy !== undefined && { orderBy }), ...(direction !== undefined && { direction }) };
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    ctx.signal.throwIfAborted();
    const given = { filter, ...order, first: pageSize, after, counts: isFirst };
    const data: Record<string, Page> = await readData(ctx, schema, operation, given);
    const { totalCount = 0, pageInfo, nodes } = data[layout.list]!;
    if (totalCount > mostRows)
      throw new Invalid([
        { path: ["variables", "filter"], code: "EXPORT_TOO_MANY", params: { count: totalCount, most: mostRows } },
      ]);
    yield nodes;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
}

const operations = new Map<string, OperationDefinitionNode>();

function operationOf(layout: AnyLayout, { orderBy, direction }: Asked): OperationDefinitionNode {
  const text = documentOf(layout, { orderBy: orderBy !== undefined, direction: direction !== undefined });
  let operation = operations.get(text);
  if (!operation) {
    operation = operationIn(text);
    operations.set(text, operation);
  }
  return operation;
}

/** What a layout is of and what is asked must not be two things: what is exported is what is shown. */
function filterOf({ fixed = {} }: AnyLayout, { filter = {} }: Asked) {
  const isOther = Object.entries(fixed).some(
    ([key, value]) => (filter[key] ?? null) !== null && JSON.stringify(filter[key]) !== JSON.stringify(value),
  );
  if (isOther) throw new Invalid([{ path: ["filter"], code: "EXPORT_VARIABLES" }]);
  return { ...filter, ...fixed };
}
