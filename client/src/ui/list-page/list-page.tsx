import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListSearch } from "../../lib/list-state.ts";
import { stringifySearch, usePatch } from "../../lib/url-state.ts";
import type { PageName } from "../../messages/resources.ts";
import type { Ledger } from "../list-tools/export-list.tsx";
import { DataTable, type Ticked } from "../data-table.tsx";
import { Later } from "../later.tsx";
import { filteredBy } from "../list-tools/filtered-by.ts";
import { useListTools } from "../list-tools/use-list-tools.tsx";
import { PageHeader } from "../page-header.tsx";
import { Section } from "../section.tsx";
import type { Column } from "../table-columns.ts";
import { type Creation, CreationButtons, CreationDialogs } from "./creations.tsx";
import { type FilterFields, Filters, isFiltered, unfiltered } from "./filters.tsx";
import { type Emptiness, NoRows } from "./no-rows.tsx";
import type { Listed } from "./use-listed.ts";

/** What a drawer gets: what the address says is open, and how to open another one or close it. */
export interface DrawerState {
  id: string | undefined;
  onOpen: (key: string) => void;
  onClose: () => void;
}

interface ListPageProps<Row extends { id: string }, Order extends string, Search extends ListSearch<Order>> {
  page: PageName;
  note?: ReactNode;
  search: Search;
  list: Listed<Row>;
  filters: FilterFields<Search>;
  columns: Column<Row, Order>[];
  /** Those of the columns that are shown until somebody chooses; all of them without it. */
  usualColumns?: readonly string[];
  empty: Emptiness;
  creations?: readonly Creation[];
  /** By what else the rows were chosen, where no filter says it. */
  saidBesides?: readonly (string | undefined)[];
  /** The layout that stations keep of the list. */
  ledger?: Ledger | undefined;
  /** What else one may do from here, right of the title. */
  actions?: ReactNode;
  /** Shows the row that is open; without it and `onOpen`, rows do not open. */
  renderDrawer?: (drawer: DrawerState) => ReactNode;
  /** What the address calls a row; its id when left out. */
  keyOf?: (row: Row) => string;
  /** Where a row opens that has a page of its own. */
  onOpen?: (row: Row) => void;
  /** The heading over the rows, where the page is not of them alone. */
  heading?: string;
  underTitle?: ReactNode;
  above?: ReactNode;
  /** Rows that are chosen for something to be done to all of them. */
  ticked?: Ticked;
  /** Left of the page turner. */
  below?: ReactNode;
  /** What else opens over the page. */
  children?: ReactNode;
}

/** A page that lists rows: said by its declaration, and the same on every page in all else. */
export function ListPage<Row extends { id: string }, Order extends string, Search extends ListSearch<Order>>(
  props: ListPageProps<Row, Order, Search>,
) {
  const { page, search, list, filters, creations = [], keyOf = idOf } = props;
  const { t } = useTranslation("page");
  const { patch, refine, open, close } = usePatch<ListSearch<Order>>();
  const [creating, setCreating] = useState<string>();
  const title = t(`${page}.title`);
  const { columns, isDense, tools } = useListTools({
    page,
    caption: title,
    search,
    columns: props.columns,
    usual: props.usualColumns ?? keysOf(props.columns),
    asked: list.asked,
    filtered: filteredBy(filters, search, props.saidBesides),
    ledger: props.ledger,
  });
  const allowed = creations.filter(({ may }) => may);
  const openOne = (key: string) => open({ open: key });
  const clear = () => refine(unfiltered(filters));
  const empty = (
    <NoRows
      empty={props.empty}
      isFiltered={isFiltered(filters, search)}
      onClear={clear}
      creation={allowed.at(-1)}
      onCreate={() => setCreating(allowed.at(-1)?.text)}
    />
  );
  const table = (
    <DataTable<Row, Order>
      label={props.heading ?? title}
      columns={columns}
      rows={list.rows}
      problem={list.problem}
      onRetry={list.retry}
      refreshing={list.refreshing}
      empty={empty}
      sorting={{ sort: search.sort, down: search.down, onSort: refine }}
      page={list.page && { ...list.page, onPage: patch, place: search }}
      openId={list.rows?.find((row) => keyOf(row) === search.open)?.id ?? search.open}
      onOpen={props.onOpen ?? (props.renderDrawer && ((row) => openOne(keyOf(row))))}
      linkOf={props.renderDrawer && ((row) => stringifySearch({ ...search, open: keyOf(row) }))}
      ticked={props.ticked}
      isDense={isDense}
      below={props.below}
    />
  );
  return (
    <>
      <PageHeader
        title={title}
        note={props.note}
        actions={
          <>
            {tools}
            {props.actions}
            <CreationButtons creations={allowed} onCreate={setCreating} />
          </>
        }
      >
        {props.underTitle}
      </PageHeader>
      {props.above}
      <Filters fields={filters} search={search} refine={(changes) => refine(changes)} />
      {props.heading ? <Section title={props.heading}>{table}</Section> : table}
      {props.renderDrawer ? (
        <Later when={search.open !== undefined}>
          {props.renderDrawer({ id: search.open, onOpen: openOne, onClose: () => close("open") })}
        </Later>
      ) : null}
      <CreationDialogs creations={allowed} open={creating} onClose={() => setCreating(undefined)} onMade={openOne} />
      {props.children}
    </>
  );
}

const idOf = ({ id }: { id: string }) => id;
const keysOf = (columns: readonly { key: string }[]) => columns.map(({ key }) => key);
