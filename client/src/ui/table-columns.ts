import type { ReactNode } from "react";

export interface Column<Row, Order extends string = never> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** The server's order by this column; without it the column can't be sorted by. */
  order?: Order;
  width?: number;
  numeric?: boolean;
}

export interface Sort<Order extends string> {
  sort: Order | undefined;
  down: true | undefined;
}

export interface Sorting<Order extends string> extends Sort<Order> {
  onSort: (sort: Sort<Order>) => void;
}

/** One column after another press: upwards, downwards, and as the server likes best. */
export function nextSort<Order extends string>(order: Order, { sort, down }: Sort<Order>): Sort<Order> {
  if (sort !== order) return { sort: order, down: undefined };
  return down ? { sort: undefined, down: undefined } : { sort: order, down: true };
}
