import type { OrderDirection } from "@maple-bridge/schema/documents";
import { flagOf, type RawSearch, textOf } from "./url-state.ts";

/** What the address says of a list: order, the cursor of its page, the row that is open, how its columns are shown. */
export interface ListSearch<Order extends string = string> {
  sort?: Order;
  down?: true;
  after?: string;
  before?: string;
  open?: string;
  /** Which page it is, counted from 1, and how many rows it has where that was chosen. */
  page?: number;
  size?: number;
  /** The columns in sight, where the address says so, and whether rows stand close together. */
  cols?: string;
  /** Columns that are shown although the filter says their value. */
  also?: string;
  dense?: true;
  /** The view that it was taken from. */
  view?: string;
}

export function listSearch<const Order extends string>(raw: RawSearch, orders: readonly Order[]): ListSearch<Order> {
  return {
    sort: orders.find((order) => order === raw["sort"]),
    down: flagOf(raw["down"]),
    after: textOf(raw["after"]),
    before: textOf(raw["before"]),
    open: textOf(raw["open"]),
    page: pageNumber(raw["page"]),
    size: pageSizes.find((size) => String(size) === String(raw["size"])),
    cols: textOf(raw["cols"]),
    also: textOf(raw["also"]),
    dense: flagOf(raw["dense"]),
    view: textOf(raw["view"]),
  };
}

type Readers = Record<string, (value: unknown) => unknown>;
type Stated<Filters extends Readers> = { [Name in keyof Filters]?: NonNullable<ReturnType<Filters[Name]>> };

/** How the address of a list is read: the orders that it may stand in, and what it may be filtered by. */
export const listAddress =
  <const Order extends string, Filters extends Readers>(orders: readonly Order[], filters: Filters) =>
  (raw: RawSearch): ListSearch<Order> & Stated<Filters> => ({
    ...listSearch(raw, orders),
    ...(Object.fromEntries(Object.entries(filters).map(([name, read]) => [name, read(raw[name])])) as Stated<Filters>),
  });

/** The variables of a list's order, for the columns by which the reader sorts, and `usual` until they do: the server's own where it is left out. */
export const orderOf = <Order extends string>(
  { sort, down }: ListSearch<Order>,
  usual?: Order,
): OrderVariables<Order> => (sort || usual ? { orderBy: sort ?? usual, direction: down ? "DESC" : "ASC" } : {});

interface OrderVariables<Order extends string> {
  orderBy?: Order;
  direction?: OrderDirection;
}

export const pageSize = 50;
export const pageSizes = [20, 50, 100] as const;
/** The server passes over no more rows than these. */
export const mostSkipped = 10_000;

/** A page after the first, by its number. */
function pageNumber(value: unknown): number | undefined {
  const page = Number(value);
  return Number.isInteger(page) && page > 1 ? page : undefined;
}

export interface PageVariables {
  first?: number;
  skip?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** By its cursor where it was turned to, by its number where one jumped. */
export function pageOf({ before, after, page, size: chosen }: ListSearch, usual = pageSize): PageVariables {
  const size = chosen ?? usual;
  if (before) return { last: size, before };
  if (after || !page) return { first: size, after };
  return { first: size, skip: Math.min((page - 1) * size, mostSkipped) };
}
