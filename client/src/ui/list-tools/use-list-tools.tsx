import { useEffect, useRef } from "react";
import type { ListSearch } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { ColumnChoice } from "../column-choice.tsx";
import { ExportButton } from "../export-button.tsx";
import type { Asked } from "../list-page/use-listed.ts";
import type { Column } from "../table-columns.ts";
import type { Ledger } from "./export-list.tsx";
import type { Filtered } from "./filtered-by.ts";
import { afterTicking, shownColumns } from "./shown-columns.ts";
import { useListHabits } from "./use-list-habits.ts";
import { useSaidOfUnit } from "./use-said-of-unit.ts";
import { searchOf, ViewMenu } from "./view-menu.tsx";

interface ListToolsOptions<Row, Order extends string> {
  page: string;
  /** What the file is called. */
  caption: string;
  search: ListSearch;
  columns: readonly Column<Row, Order>[];
  usual: readonly string[];
  asked: Asked | undefined;
  filtered: Filtered;
  ledger?: Ledger | undefined;
  hasRoster?: boolean;
  /** Where there is no room for a table. */
  isNarrow?: boolean;
}

/** What every list has besides its rows: views, a choice of its columns, and all of it as a file. */
export function useListTools<Row, Order extends string>(options: ListToolsOptions<Row, Order>) {
  const { page, caption, search, columns, usual, asked, filtered, ledger, hasRoster, isNarrow = false } = options;
  const { patch, replaceAll } = usePatch<ListSearch>();
  const habits = useListHabits(page);
  const { habit, change } = habits;
  const unit = useSaidOfUnit(search, columns);
  const standing = shownColumns(columns, { search, habit, usual, unit });
  const { shown, wanted, said, isUsual, isDense } = standing;

  // A link that says anything of the list counts more than what one begins with.
  const isBeginning = useRef(Object.values(search).every((value) => value === undefined));
  const { beginsWith } = habit;
  useEffect(() => {
    if (!isBeginning.current || !beginsWith) return;
    isBeginning.current = false;
    replaceAll(searchOf(beginsWith));
  });

  function choose(next: { columns?: readonly string[] | null; isDense?: boolean }, also: string | undefined) {
    if (search.cols !== undefined || search.dense || also !== search.also)
      patch({ cols: undefined, dense: undefined, also });
    void change({ columns: isUsual ? null : wanted, isDense, ...next });
  }
  function tick(keys: readonly string[]) {
    const { columns: next, also } = afterTicking(keys, standing);
    const isSame = next.length === wanted.length && next.every((key) => wanted.includes(key));
    if (isSame) patch({ also });
    else choose({ columns: next }, also);
  }
  const tools = (
    <>
      <ViewMenu page={page} search={search} habits={habits} columns={{ chosen: wanted, isUsual, isDense }} />
      {isNarrow ? null : (
        <ColumnChoice
          choices={columns.flatMap(({ key, title }) => (title === "" ? [] : { key, title, isSaid: said.has(key) }))}
          chosen={shown.map(({ key }) => key)}
          isUsual={isUsual && !isDense && search.also === undefined}
          isDense={isDense}
          onTick={tick}
          onDense={(next) => choose({ isDense: next }, search.also)}
          onUsual={() => choose({ columns: null, isDense: false }, undefined)}
        />
      )}
      {asked ? <ExportButton {...{ caption, asked, filtered, ledger, hasRoster }} columns={shown} /> : null}
    </>
  );
  return { columns: shown, isDense, tools };
}
