import { CaretDownFilled, CaretUpFilled } from "@ant-design/icons";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { type Column, nextSort, type Sorting } from "./table-columns.ts";
import type { Ticked } from "./data-table.tsx";

interface TableHeadProps<Row, Order extends string> {
  columns: readonly Column<Row, Order>[];
  sorting: Sorting<Order> | undefined;
  ticked: Ticked | undefined;
  ids: readonly string[];
}

export function TableHead<Row, Order extends string>({ columns, sorting, ticked, ids }: TableHeadProps<Row, Order>) {
  return (
    <thead>
      <tr>
        {ticked ? <TickAll ticked={ticked} ids={ids} /> : null}
        {columns.map((column) =>
          column.order && sorting ? (
            <SortedBy key={column.key} column={column} order={column.order} sorting={sorting} />
          ) : (
            <th
              key={column.key}
              scope="col"
              className={column.numeric ? "numeric" : undefined}
              style={{ width: column.width }}
            >
              {column.title}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

interface SortedByProps<Row, Order extends string> {
  column: Column<Row, Order>;
  order: Order;
  sorting: Sorting<Order>;
}

function SortedBy<Row, Order extends string>({ column, order, sorting }: SortedByProps<Row, Order>) {
  const direction = sorting.sort !== order ? undefined : sorting.down ? "descending" : "ascending";
  const { title, width, numeric } = column;
  return (
    <th scope="col" aria-sort={direction} className={numeric ? "numeric" : undefined} style={{ width }}>
      <button type="button" className="data-table-sorter" onClick={() => sorting.onSort(nextSort(order, sorting))}>
        {title}
        <span className="data-table-arrows" aria-hidden>
          <CaretUpFilled className={direction === "ascending" ? "data-table-on" : undefined} />
          <CaretDownFilled className={direction === "descending" ? "data-table-on" : undefined} />
        </span>
      </button>
    </th>
  );
}

function TickAll({ ticked, ids }: { ticked: Ticked; ids: readonly string[] }) {
  const { t } = useTranslation("shell");
  const all = ids.length > 0 && ids.every((id) => ticked.ids.includes(id));
  return (
    <th scope="col" className="data-table-tick">
      <Checkbox
        aria-label={t("table.tickAll")}
        checked={all}
        indeterminate={!all && ticked.ids.length > 0}
        onChange={() => ticked.onChange(all ? [] : [...ids])}
      />
    </th>
  );
}
