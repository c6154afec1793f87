import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import type { ListSearch } from "../../lib/list-state.ts";
import { FilterBar } from "../filter-bar.tsx";
import { ToolPopover } from "../list-tools/tool-popover.tsx";
import type { NumberFieldsProps } from "./number-fields.tsx";

const NumberFields = lazily<"NumberFields", NumberFieldsProps>(() => import("./number-fields.tsx"), "NumberFields");

export interface FieldState<Value> {
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** What a filter is said with where it is read and not chosen, as on paper. */
export interface Say {
  pair: (label: string, text: string) => string;
  sought: (text: string) => string;
  /** What a row is called by its id. */
  nameOf: (id: string) => Promise<string>;
}

/** How one filter is shown, chosen and said. */
export interface FilterField<Value> {
  /** Without it, it is chosen elsewhere. */
  render?: (state: FieldState<Value>) => ReactNode;
  /** One end of a range: it stands with the others of its kind behind a button. */
  number?: { label: string; sign: "≥" | "≤" };
  words: (value: Value, say: Say) => string | Promise<string>;
}

export type FilterName<Search> = Exclude<keyof Search, keyof ListSearch> & string;

/** A field for each filter that the address knows, in their order on the page; nothing where the viewer has none. */
export type FilterFields<Search> = {
  [Name in FilterName<Search>]-?: FilterField<NonNullable<Search[Name]>> | undefined;
};

interface FiltersProps<Search> {
  fields: FilterFields<Search>;
  search: Search;
  refine: (changes: Partial<Search>) => void;
  label?: string;
  /** What stands with them and filters nothing. */
  children?: ReactNode;
}

export function Filters<Search>({ fields, search, refine, label, children }: FiltersProps<Search>) {
  const { t } = useTranslation("shell");
  const shown = fieldsOf(fields).filter(([, { render }]) => render);
  const numbers = fieldsOf(fields).flatMap(([name, { number }]) =>
    number ? [{ name, ...number, value: search[name] as number | undefined }] : [],
  );
  if (shown.length === 0 && numbers.length === 0) return null;
  const set = numbers.filter(({ value }) => value !== undefined).length;
  const change = (changes: Record<string, unknown>) => refine(changes as Partial<Search>);
  return (
    <FilterBar label={label ?? t("filters.label")}>
      {shown.map(([name, field]) => (
        <Field
          key={name}
          field={field}
          value={search[name] ?? undefined}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      {numbers.length > 0 ? (
        <ToolPopover text={set === 0 ? t("filters.numbers") : t("filters.numbersSet", { number: set })}>
          {() => <NumberFields numbers={numbers} onChange={change} />}
        </ToolPopover>
      ) : null}
      {children}
    </FilterBar>
  );
}

const Field = <Value,>({ field, ...state }: FieldState<Value> & { field: FilterField<Value> }) => field.render?.(state);

export const fieldsOf = <Search,>(fields: FilterFields<Search>) =>
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
