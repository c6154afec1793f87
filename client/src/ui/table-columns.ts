import type { TableColumnType } from "antd";
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

export function tableColumns<Row, Order extends string>(
  columns: Column<Row, Order>[],
  sorting?: Sorting<Order>,
): TableColumnType<Row>[] {
  return columns.map(({ key, title, render, order, width, numeric }) => ({
    key: order ?? key,
    title,
    width,
    align: numeric ? "right" : undefined,
    className: numeric ? "numeric" : undefined,
    render: (_value: unknown, row: Row) => render(row),
    sorter: Boolean(order && sorting),
    sortOrder: order && sorting?.sort === order ? (sorting.down ? "descend" : "ascend") : null,
  }));
}

interface Sorter {
  columnKey?: React.Key;
  order?: "ascend" | "descend" | null;
}

export function sortedBy<Order extends string>(sorter: Sorter | Sorter[]): Sort<Order> {
  const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
  return order
    ? { sort: String(columnKey) as Order, down: order === "descend" || undefined }
    : { sort: undefined, down: undefined };
}
