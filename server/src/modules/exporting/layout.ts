import type { Locale } from "#kernel/messages";
import type { SheetCell } from "#modules/imports";

type Localized = Record<Locale, string>;

/** A column of a layout: what stands over it, and what of a row stands in it. */
export interface LayoutColumn<Row> {
  title: Localized;
  width?: number;
  cell: (row: Row, locale: Locale) => SheetCell;
}

/** How a list is written down: its own document, read page by page, and columns over its rows. */
export interface Layout<Row> {
  caption: Localized;
  /** The root field of the document, a list. */
  list: string;
  /** Of a row, as GraphQL has it. */
  row: string;
  /** The types of the list's filter and orders. */
  takes: { filter: string; order: string };
  columns: readonly LayoutColumn<Row>[];
  /** What always holds, whatever is asked. */
  fixed?: Readonly<Record<string, unknown>>;
}

/** A layout whose rows nobody outside looks into. */
export type AnyLayout = Layout<never>;

/** The list's document: the order and the direction are the list's own where they are not said. */
export const documentOf = ({ list, row, takes }: AnyLayout, ordered: { orderBy: boolean; direction: boolean }) => {
  const declared = [
    `$filter: ${takes.filter}`,
    ...(ordered.orderBy ? [`$orderBy: ${takes.order}!`] : []),
    ...(ordered.direction ? ["$direction: OrderDirection!"] : []),
    "$first: Int!",
    "$after: String",
    "$counts: Boolean!",
  ];
  const given = [
    "filter: $filter",
    ...(ordered.orderBy ? ["orderBy: $orderBy"] : []),
    ...(ordered.direction ? ["direction: $direction"] : []),
    "first: $first",
    "after: $after",
  ];
  return `query Export(${declared.join(", ")}) {
    ${list}(${given.join(", ")}) { totalCount @include(if: $counts) pageInfo { hasNextPage endCursor } nodes { ${row} } } }`;
};
