import type { ListSearch } from "../../lib/list-state.ts";
import type { Column } from "../table-columns.ts";
import type { Habit } from "./kept-habits.ts";

interface HowShown {
  search: ListSearch;
  habit: Pick<Habit, "columns" | "isDense">;
  usual: readonly string[];
}

/** What the address says counts first, as a colleague's link does; then what the account has chosen; then the usual ones, without those that would say of every row what the list is filtered by. */
export function shownColumns<Row, Order extends string>(
  columns: readonly Column<Row, Order>[],
  { search, habit, usual }: HowShown,
) {
  const inAddress = known(columns, search.cols?.split(","));
  const chosen = inAddress ?? known(columns, habit.columns);
  const filters = search as Record<string, unknown>;
  const isSaid = ({ saidBy }: Column<Row, Order>) => saidBy !== undefined && filters[saidBy] !== undefined;
  const keys = chosen ?? columns.filter((each) => usual.includes(each.key) && !isSaid(each)).map(({ key }) => key);
  return {
    shown: columns.filter(({ key }) => keys.includes(key)),
    chosen: keys,
    isUsual: chosen === undefined,
    isDense: search.dense ?? (inAddress === undefined && habit.isDense),
  };
}

/** Of what was kept, what the list still has; nothing where that is nothing. */
function known(columns: readonly { key: string }[], keys: readonly string[] | null | undefined) {
  const left = keys?.filter((key) => columns.some((each) => each.key === key)) ?? [];
  return left.length > 0 ? left : undefined;
}
