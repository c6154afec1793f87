import { Checkbox, Skeleton } from "antd";
import { type ComponentProps, type ReactNode, useRef } from "react";
import type { Problem } from "../lib/problem.ts";
import { headSticks } from "./head-sticks.ts";
import { keyScrolled } from "./key-scrolled.ts";
import { Pager } from "./pager.tsx";
import { ProblemNote } from "./problem-note.tsx";
import type { Column, Sorting } from "./table-columns.ts";
import { TableHead } from "./table-head.tsx";
import { useRowWalk } from "./use-row-walk.ts";
import "./data-table.css";

export type { Column } from "./table-columns.ts";

/** The rows that are chosen for something to be done to all of them. */
export interface Ticked {
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  /** What ticking a row is for. */
  label: string;
}

interface DataTableProps<Row extends { id: string }, Order extends string> {
  /** What the rows are, for those who can't see them. */
  label: string;
  columns: Column<Row, Order>[];
  rows: readonly Row[] | undefined;
  problem?: Problem;
  onRetry?: () => void;
  refreshing?: boolean;
  empty: ReactNode;
  sorting?: Sorting<Order>;
  page?: ComponentProps<typeof Pager>;
  openId?: string;
  onOpen?: (row: Row) => void;
  /** The address of an open row, so that it can be opened beside the page. */
  linkOf?: (row: Row) => string;
  ticked?: Ticked;
  /** Rows close together. */
  isDense?: boolean;
  /** Stands left of the page turner: bulk actions, a total. */
  below?: ReactNode;
}

/** A page of rows the server sorted and filtered. j and k walk it, Enter opens. */
export function DataTable<Row extends { id: string }, Order extends string = never>(props: DataTableProps<Row, Order>) {
  const body = useRef<HTMLDivElement>(null);
  const rows = props.rows ?? [];
  const walk = useRowWalk({ body, rows, openId: props.openId, onOpen: props.onOpen });
  const { linkOf } = props;
  const naming = props.columns.find(({ names }) => names) ?? props.columns[0];
  function cellOf(column: Column<Row, Order>, row: Row) {
    const toRow = (name: ReactNode) =>
      linkOf ? (
        <a className="data-table-name" href={linkOf(row)} tabIndex={-1} draggable={false}>
          {name}
        </a>
      ) : (
        name
      );
    const cell = column.render(row, toRow);
    return column === naming && column.names !== "a part of it" ? toRow(cell) : cell;
  }
  if (props.problem && !props.rows) return <ProblemNote problem={props.problem} onRetry={props.onRetry} />;
  if (!props.rows) return <Skeleton active title={false} paragraph={{ rows: 8 }} className="table-skeleton" />;
  return (
    <div
      ref={body}
      className={props.isDense ? "data-table data-table-dense" : "data-table"}
      aria-busy={props.refreshing}
    >
      {props.problem ? <ProblemNote problem={props.problem} onRetry={props.onRetry} /> : null}
      <div className="scroller" ref={rows.length === 0 || !props.onOpen ? keyScrolledUnderHead : headSticks}>
        <table aria-label={props.label}>
          <TableHead
            columns={props.columns}
            sorting={props.sorting}
            ticked={props.ticked}
            ids={rows.map(({ id }) => id)}
          />
          <tbody>
            {rows.map((row, index) => (
              <tr
                key={row.id}
                data-row-key={row.id}
                className={row.id === props.openId ? "data-table-open" : ""}
                {...walk(row, index)}
              >
                {props.ticked ? <Tick id={row.id} ticked={props.ticked} /> : null}
                {props.columns.map((column) => (
                  <td key={column.key} className={column.numeric ? "numeric" : undefined}>
                    {cellOf(column, row)}
                  </td>
                ))}
              </tr>
            ))}
            {rows.length === 0 ? (
              <tr>
                <td colSpan={props.columns.length + (props.ticked ? 1 : 0)}>{props.empty}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
      {props.page ? <Pager {...props.page} below={props.below} /> : props.below}
    </div>
  );
}

function keyScrolledUnderHead(element: HTMLElement | null) {
  const endings = [keyScrolled(element), headSticks(element)];
  return () => endings.forEach((end) => end?.());
}

function Tick({ id, ticked: { ids, onChange, label } }: { id: string; ticked: Ticked }) {
  const isTicked = ids.includes(id);
  return (
    <td className="data-table-tick">
      <Checkbox
        aria-label={label}
        checked={isTicked}
        onChange={() => onChange(isTicked ? ids.filter((each) => each !== id) : [...ids, id])}
      />
    </td>
  );
}
