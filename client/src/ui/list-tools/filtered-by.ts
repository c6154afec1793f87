import type { FilterFields } from "../list-page/filters.tsx";

/** By what a list is filtered, as its page declares it. */
export interface Filtered {
  fields: FilterFields<never>;
  search: object;
  /** What the page says besides, of every list. */
  besides: readonly string[];
}

export const filteredBy = <Search extends object>(
  fields: FilterFields<Search>,
  search: Search,
  besides: readonly (string | undefined)[] = [],
): Filtered => ({
  fields: fields as Filtered["fields"],
  search,
  besides: besides.filter((each) => each !== undefined),
});
