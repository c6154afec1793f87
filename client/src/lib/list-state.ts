import { flagOf, type RawSearch, textOf } from "./url-state.ts";

/** What the address says of a list: order, the cursor of its page, the row that is open. */
export interface ListSearch<Order extends string = string> {
  sort?: Order;
  down?: true;
  after?: string;
  before?: string;
  open?: string;
}

export function listSearch<const Order extends string>(raw: RawSearch, orders: readonly Order[]): ListSearch<Order> {
  return {
    sort: orders.find((order) => order === raw["sort"]),
    down: flagOf(raw["down"]),
    after: textOf(raw["after"]),
    before: textOf(raw["before"]),
    open: textOf(raw["open"]),
  };
}

export const pageSize = 50;

export interface PageVariables {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

export const pageOf = (search: ListSearch, size = pageSize): PageVariables =>
  search.before ? { last: size, before: search.before } : { first: size, after: search.after };
