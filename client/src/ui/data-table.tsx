import { Skeleton, Table } from "antd";
import { type ReactNode, useRef } from "react";
import type { Problem } from "../lib/problem.ts";
import { keyScrolled } from "./key-scrolled.ts";
import { Pager, type PageInfo } from "./pager.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { sortedBy, tableColumns, type Column, type Sorting } from "./table-columns.ts";
import { useRowWalk } from "./use-row-walk.ts";

export type { Column } from "./table-columns.ts";

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
  page?: { info: PageInfo; totalCount: number; onPage: (cursor: { after?: string; before?: string }) => void };
  openId?: string;
  onOpen?: (row: Row) => void;
  ticked?: { ids: readonly string[]; onChange: (ids: string[]) => void; label: string };
  /** Stands left of the page turner: bulk actions, a total. */
  below?: ReactNode;
}

/** A page of rows the server sorted and filtered. j and k walk it, Enter opens. */
export function DataTable<Row extends { id: string }, Order extends string = never>(props: DataTableProps<Row, Order>) {
  const body = useRef<HTMLDivElement>(null);
  const rows = props.rows ?? [];
  const walk = useRowWalk({ body, rows, openId: props.openId, onOpen: props.onOpen });
  if (props.problem && !props.rows) return <ProblemNote problem={props.problem} onRetry={props.onRetry} />;
  if (!props.rows) return <Skeleton active title={false} paragraph={{ rows: 8 }} className="table-skeleton" />;
  return (
    <div ref={body} className="data-table" aria-busy={props.refreshing}>
      {props.problem ? <ProblemNote problem={props.problem} onRetry={props.onRetry} /> : null}
      <div className="scroller" ref={rows.length === 0 || !props.onOpen ? keyScrolled : undefined}>
        <Table<Row>
          aria-label={props.label}
          rowKey="id"
          size="small"
          pagination={false}
          dataSource={rows}
          columns={tableColumns(props.columns, props.sorting)}
          locale={{ emptyText: props.empty }}
          rowClassName={(row) => (row.id === props.openId ? "open" : "")}
          rowSelection={props.ticked && ticks(props.ticked)}
          onChange={(_pages, _filters, sorter) => props.sorting?.onSort(sortedBy(sorter))}
          onRow={walk}
        />
      </div>
      {props.page ? <Pager {...props.page} below={props.below} /> : props.below}
    </div>
  );
}

const ticks = ({
  ids,
  onChange,
  label,
}: {
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  label: string;
}) => ({
  selectedRowKeys: [...ids],
  onChange: (keys: React.Key[]) => onChange(keys.map(String)),
  getCheckboxProps: () => ({ "aria-label": label }) as object,
});
