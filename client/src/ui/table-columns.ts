import type { ReactNode } from "react";

export interface Column<Row, Order extends string = never> {
  key: string;
  title: string;
  /** A column that links by itself lays what names the row in `toRow`. */
  render: (row: Row, toRow: (name: ReactNode) => ReactNode) => ReactNode;
  /** What it shows names the row, and is the link to it; of the first column without one. */
  names?: "all of it" | "a part of it";
  /** The server's order by this column; without it the column can't be sorted by. */
  order?: Order;
  width?: number;
  numeric?: boolean;
  /** The filter that says the column's value of every row, or whether the filters do: it hides itself then. */
  saidBy?: string | ((said: Said) => boolean);
  /** What stands of it in a file, each as far as it is there; without it, it is on the screen alone. */
  file?: FilePart | readonly FilePart[];
}

/** What the filters of a list say of all its rows. */
export interface Said {
  filters: Readonly<Record<string, unknown>>;
  /** All are of the same station, since the unit is one or stands below one. */
  isOneStation: boolean;
  /** All are of the very same unit, since nothing stands below it. */
  isOneUnit: boolean;
}

/**
 * The value at a path of the row as the list's document asks it (`unit.name`; `seats[duty=MEDIATOR].holder` for some of a list), in the words that the screen has
 * for it: "" for what is not there, "*" for whatever has none of its own, with {} in place of it. Of an object or a list of them, parts of each.
 */
export type FilePart =
  | string
  | { path: string; words?: Readonly<Record<string, string | undefined>>; parts?: readonly FilePart[] };

/** A person as the screen names one. */
export const personAt = (path: string): FilePart => ({ path, parts: ["name", "badge"] });

export interface FileColumn {
  title: string;
  parts: readonly FilePart[];
}

/** The columns as a file has them. */
export const fileColumns = (columns: readonly Pick<Column<never>, "title" | "file">[]): FileColumn[] =>
  columns.flatMap(({ title, file }) =>
    file === undefined ? [] : [{ title, parts: typeof file === "string" || "path" in file ? [file] : file }],
  );

/** Whether telephone numbers stand in the column of a file. */
export const hasPhone = ({ parts }: FileColumn): boolean => parts.some(tellsPhone);

const tellsPhone = (part: FilePart): boolean => {
  const { path, parts = [] } = typeof part === "string" ? { path: part } : part;
  return path.split(".").at(-1) === "phone" || parts.some(tellsPhone);
};

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
