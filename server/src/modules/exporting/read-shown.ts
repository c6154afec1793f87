import { getVariableValues, type OperationDefinitionNode } from "graphql";
import { actorOf, type Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { message } from "#kernel/messages";
import { readOperation } from "#kernel/read/execute";
import type { SheetCell } from "#modules/imports";
import { cellOf } from "./cell-of.ts";
import { knownParts, type ShownColumn } from "./column-parts.ts";
import type { ListedDocument } from "./listed-document.ts";
import type { Table } from "./table.ts";

const pageSize = 100;

type Row = Readonly<Record<string, unknown>>;

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Row[];
}

/** A list as somebody has it on the screen. */
export interface Shown {
  caption: string;
  columns: readonly ShownColumn[];
  /** What the screen asks its document with, but for the place of its page. */
  variables: Readonly<Record<string, unknown>>;
  /** What it is filtered by, in a line of the screen's words. */
  said?: string | null;
  /** The rows that are shown, in their order, of a list that the browser has whole and filters by itself. */
  ids: readonly string[] | null;
}

interface HowFar {
  /** Told how many rows there are before any is taken, and how many are read after each page. */
  counted?: (total: number) => void;
  read?: (rows: number) => Promise<void>;
  /** Between several values of a cell, in place of the language's own. */
  mark?: string;
}

/** All rows of the list in its columns, by one snapshot: what the caller would see by turning its pages while nothing changes. */
export function tableOfShown(
  ctx: Context,
  document: ListedDocument,
  { caption, columns, variables, ids }: Shown,
  { counted, read, mark = message(ctx.locale, "EXPORT_LIST_MARK") }: HowFar = {},
): Promise<Table> {
  const parts = columns.map((column) => knownParts(document, column));
  return ctx.database.inSnapshot(actorOf(ctx).bureauId, async (readWithin) => {
    const within: Context = { ...ctx, database: { ...ctx.database, read: readWithin } };
    const rows: SheetCell[][] = [];
    for await (const nodes of pagesOf(within, document, { variables, ids }, counted)) {
      for (const node of nodes)
        rows.push([rows.length + 1, ...parts.map((each) => cellOf(each, node, { locale: ctx.locale, mark }))]);
      await read?.(rows.length);
    }
    const titles = columns.map(({ title }) => ({ title, width: widthOf(title) }));
    return { caption, columns: [{ title: ordinal[ctx.locale], width: 6 }, ...titles], rows };
  });
}

const ofPage = new Set(["first", "last", "before", "after", "skip"]);

/** What is asked of all of the list, whichever page of it is shown. */
export const withoutPage = (variables: Shown["variables"]) =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !ofPage.has(name)));

const ordinal = { "zh-CN": "序号", en: "No." };

/** A heading of Chinese takes two places for each sign. */
const widthOf = (title: string) => Math.min(40, Math.max(16, 2 * title.length + 2));

async function* pagesOf(
  ctx: Context,
  document: ListedDocument,
  { variables, ids }: Pick<Shown, "variables" | "ids">,
  counted: HowFar["counted"],
): AsyncGenerator<Row[]> {
  const { key, isPaged } = document;
  if (!isPaged) {
    const data = await ask<Record<string, Row[] | { nodes: Row[] }>>(ctx, document, document.operation, variables);
    const rows = shownOf(rowsIn(data[key]!), ids);
    counted?.(rows.length);
    yield rows;
    return;
  }
  const asked = withoutPage(variables);
  let page = await readPage(null, document.operation);
  counted?.(page.totalCount);
  for (;;) {
    yield page.nodes;
    if (!page.pageInfo.hasNextPage) return;
    page = await readPage(page.pageInfo.endCursor, document.further);
  }

  async function readPage(cursor: string | null, operation: OperationDefinitionNode): Promise<Page> {
    const given = { ...asked, first: pageSize, after: cursor };
    return (await ask<Record<string, Page>>(ctx, document, operation, given))[key]!;
  }
}

const rowsIn = (list: Row[] | { nodes: Row[] }): readonly Row[] => (Array.isArray(list) ? list : list.nodes);

function shownOf(rows: readonly Row[], ids: readonly string[] | null): Row[] {
  const known = new Map(rows.map((row) => [row["id"], row]));
  return ids ? ids.map((id) => known.get(id)).filter((row) => row !== undefined) : [...rows];
}

async function ask<Data>(
  ctx: Context,
  { schema, fragments }: ListedDocument,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Promise<Data> {
  ctx.signal.throwIfAborted();
  const { variableDefinitions = [] } = operation;
  const { coerced: variables } = getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 });
  if (!variables) throw new Invalid([{ path: ["variables"], code: "EXPORT_VARIABLES" }]);
  const { accountId } = actorOf(ctx);
  const answer = await readOperation(ctx, { schema, fragments, variables, accountId }, operation);
  return JSON.parse(answer.toString()) as Data;
}
