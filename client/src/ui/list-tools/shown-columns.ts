import type { ListSearch } from "../../lib/list-state.ts";
import type { Column, Said } from "../table-columns.ts";
import type { Habit } from "./kept-habits.ts";

interface HowShown {
  search: ListSearch;
  habit: Pick<Habit, "columns" | "isDense">;
  usual: readonly string[];
  /** What is known of the unit by which the list is filtered. */
  unit?: Pick<Said, "isOneStation" | "isOneUnit"> | undefined;
}

/** What the address says counts first, as a colleague's link does; then what the account has chosen; then the usual ones. Of these, what would say of every row what the list is filtered by stays away, unless the address brings it back. */
export function shownColumns<Row, Order extends string>(
  columns: readonly Column<Row, Order>[],
  { search, habit, usual, unit }: HowShown,
) {
  const inAddress = known(columns, search.cols?.split(","));
  const chosen = inAddress ?? known(columns, habit.columns);
  const wanted = chosen ?? known(columns, usual) ?? [];
  const filters = search as Record<string, unknown>;
  const isSaidHere = (each: Column<Row, Order>) => isSaid(each, { filters, ...noUnit, ...unit });
  const said = new Set(columns.filter(isSaidHere).map(({ key }) => key));
  const back = search.also?.split(",") ?? [];
  const away = new Set([...said].filter((key) => wanted.includes(key) && !back.includes(key)));
  const isShown = ({ key }: { key: string }) => wanted.includes(key) && !away.has(key);
  const isAnyLeft = columns.some(isShown);
  return {
    shown: columns.filter((each) => isShown(each) || (!isAnyLeft && wanted.includes(each.key))),
    wanted,
    said,
    isUsual: chosen === undefined,
    isDense: search.dense ?? (inAddress === undefined && habit.isDense),
  };
}

const noUnit = { isOneStation: false, isOneUnit: false };

const isSaid = ({ saidBy }: Pick<Column<never>, "saidBy">, said: Said) =>
  typeof saidBy === "string" ? said.filters[saidBy] !== undefined : (saidBy?.(said) ?? false);

interface Standing {
  shown: readonly { key: string }[];
  wanted: readonly string[];
  said: ReadonlySet<string>;
}

/** What is to be kept after somebody has ticked these: which columns are wanted, and which of those that the filter says are brought back; the latter lasts as long as the address. */
export function afterTicking(ticked: readonly string[], { shown, wanted, said }: Standing) {
  const before = new Set(shown.map(({ key }) => key));
  const kept = new Set(ticked);
  const added = ticked.filter((key) => !before.has(key));
  const also = ticked.filter((key) => said.has(key));
  const isTaken = (key: string) => before.has(key) && !kept.has(key);
  return {
    columns: [...wanted.filter((key) => said.has(key) || !isTaken(key)), ...added].filter(isFirst),
    also: also.length > 0 ? also.join(",") : undefined,
  };
}

const isFirst = (key: string, index: number, keys: readonly string[]) => keys.indexOf(key) === index;

/** Of what was kept, what the list still has; nothing where that is nothing. */
function known(columns: readonly { key: string }[], keys: readonly string[] | null | undefined) {
  const left = keys?.filter((key) => columns.some((each) => each.key === key)) ?? [];
  return left.length > 0 ? left : undefined;
}
