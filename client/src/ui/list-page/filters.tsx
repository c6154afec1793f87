import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListSearch } from "../../lib/list-state.ts";
import { FilterBar } from "../filter-bar.tsx";

export interface FieldState<Value> {
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** How one filter is shown and chosen. */
export type FilterField<Value> = (field: FieldState<Value>) => ReactNode;

export type FilterName<Search> = Exclude<keyof Search, keyof ListSearch> & string;

/** A field for each filter that the address knows, in their order on the page; nothing where the viewer has none. */
export type FilterFields<Search> = {
  [Name in FilterName<Search>]-?: FilterField<NonNullable<Search[Name]>> | undefined;
};

interface FiltersProps<Search> {
  fields: FilterFields<Search>;
  search: Search;
  refine: (changes: Partial<Search>) => void;
}

export function Filters<Search>({ fields, search, refine }: FiltersProps<Search>) {
  const { t } = useTranslation("shell");
  const shown = fieldsOf(fields);
  if (shown.length === 0) return null;
  return (
    <FilterBar label={t("filters.label")}>
      {shown.map(([name, field]) => (
        <Field
          key={name}
          field={field}
          value={search[name] ?? undefined}
          onChange={(value) => refine({ [name]: value } as Partial<Search>)}
        />
      ))}
    </FilterBar>
  );
}

const Field = <Value,>({ field, ...state }: FieldState<Value> & { field: FilterField<Value> }) => field(state);

const fieldsOf = <Search,>(fields: FilterFields<Search>) =>
  Object.entries(fields).filter(([, field]) => field !== undefined) as [
    FilterName<Search>,
    FilterField<Search[FilterName<Search>]>,
  ][];

export const isFiltered = <Search,>(fields: FilterFields<Search>, search: Search) =>
  namesOf(fields).some((name) => search[name] !== undefined);

/** What takes all filters away. */
export const unfiltered = <Search,>(fields: FilterFields<Search>) =>
  Object.fromEntries(namesOf(fields).map((name) => [name, undefined])) as Partial<Search>;

const namesOf = <Search,>(fields: FilterFields<Search>) => Object.keys(fields) as FilterName<Search>[];
