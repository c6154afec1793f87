import { Extensions } from "type-graphql";
import { asked } from "./conditions.ts";
import type { Fragment } from "./fragment.ts";
import type { Openness } from "./open-sight.ts";
import type { Reading } from "./reading.ts";
import { type ColumnReference, type Relation, relationOf, type RowOf, type Rows, rowUnder } from "./relation.ts";

type Build = (alias: string, reading: Reading) => Fragment;

export interface OrderTerm {
  /** Never null: a cursor could not be compared with it. */
  by: Fragment;
  /** The SQL type a cursor's value is cast back to. */
  type: "text" | "smallint" | "int" | "bigint" | "float8" | "date" | "timestamptz" | "uuid";
}

/** Ascending or descending as a whole; the row's id is always the last term, so that the order is total. */
export interface PageOrder {
  terms: OrderTerm[];
  descending?: boolean;
}

/** Columns of a row that say which type's row is meant, by the type's name, and its id. */
export interface AnyRow {
  /** Whose columns they are, where they are not the parent's own. */
  relation?: Relation;
  type: ColumnReference;
  id: ColumnReference;
}

/** Rows that link each parent with any number of children, and each child with any number of parents. */
export interface Through {
  relation: Relation;
  parent: ColumnReference;
  child: ColumnReference;
  where?: Build;
}

/** A column of the child that is what the parent's is. */
interface Pair {
  child: ColumnReference;
  parent: ColumnReference;
}

/** How children are found. */
interface Kinship {
  child?: ColumnReference;
  parent?: ColumnReference;
  besides?: readonly Pair[];
  through?: Through;
  any?: AnyRow;
}

export type FieldSource =
  | { kind: "column"; column: ColumnReference }
  | { kind: "sql"; build: Build }
  | { kind: "row"; where: Build; isHeavy: boolean }
  | { kind: "one"; key: ColumnReference; target?: ColumnReference }
  | ({
      kind: "many";
      about: number;
      inAll?: number;
      perRow?: boolean;
      where?: Build;
      order: Build;
    } & Kinship)
  | ({
      kind: "pages";
      isHeavy: boolean;
      /** What its `filter` asks is part of `where`. */
      hearsFilter: boolean;
      where?: Build;
      order: (alias: string, reading: Reading) => PageOrder;
    } & Kinship)
  | ({ kind: "any" } & AnyRow)
  | { kind: "self" }
  | { kind: "node" };

export type SightRule = (row: never, reading: Reading) => Fragment;

export interface TypeSource {
  relation: Relation;
  visible: Build;
  /** By which the caller sees its rows, as it was declared. */
  rule: SightRule;
  /** A row is in sight exactly where that row is, of those under another rule, whose id stands in its key. */
  seenWith?: { rule: SightRule; key: (alias: string) => Fragment };
  /** Why it is in everyone's sight, where it is. */
  open?: Openness;
}

export interface Sourced {
  source?: FieldSource;
  from?: TypeSource;
}

const source = (value: FieldSource) => Extensions({ source: value } satisfies Sourced);

/** The rows a type is read from, and which of them the caller may see. */
export function From<R extends Rows>(
  rows: R,
  {
    visibleTo,
    seenWith,
  }: {
    visibleTo: ((row: RowOf<R>, reading: Reading) => Fragment) & Openness;
    /** Spares a row that is read under the very row with which it is in sight to ask for that anew. */
    seenWith?: { rule: SightRule; key: (row: RowOf<R>) => Fragment };
  },
): ClassDecorator {
  const { because, ways } = visibleTo;
  const from: TypeSource = {
    relation: relationOf(rows),
    visible: bound(rows, visibleTo),
    rule: visibleTo,
    seenWith: seenWith && { rule: seenWith.rule, key: (alias) => seenWith.key(rowUnder(rows, alias)) },
    open: { because, ways },
  };
  return (type) => {
    fromOfTypes.set(type, from);
    Extensions({ from } satisfies Sourced)(type);
  };
}

const fromOfTypes = new WeakMap<Function, TypeSource>();

/** What the type's class declares. */
export const declaredBy = (type: Function): TypeSource => fromOfTypes.get(type)!;

/** The field is this column. */
export const column = (of: ColumnReference) => source({ kind: "column", column: of });

/** The field is an SQL expression over the row. */
export const sqlOf = <R extends Rows>(rows: R, build: (row: RowOf<R>, reading: Reading) => Fragment) =>
  source({ kind: "sql", build: bound(rows, build) });

/** The row that `key` points at: its id, or the `target` column. */
export const one = (key: ColumnReference, target?: ColumnReference) => source({ kind: "one", key, target });

/** The row of whichever type of the field's interface or union the row names, by that type's name, and by its id. */
export const anyOf = (type: ColumnReference, id: ColumnReference) => source({ kind: "any", type, id });

/** Children over rows that link them with the parent, each child once. What a link is held to is its `where`: it has no type whose sight would hold it. */
export const through = <R extends Rows>(
  rows: R,
  keys: {
    parent: ColumnReference;
    child: ColumnReference;
    where?: (link: RowOf<R>, reading: Reading) => Fragment;
  },
): Through => ({ ...keys, relation: relationOf(rows), where: keys.where && bound(rows, keys.where) });

/** The one row of the type for which `where` holds; a root field. A heavy one keeps out of the way of short reads. */
export const rowWhere = <R extends Rows>(
  rows: R,
  where: (row: RowOf<R>, reading: Reading) => Fragment,
  { isHeavy = false } = {},
) => source({ kind: "row", where: bound(rows, where), isHeavy });

interface ListOptions<R extends Rows, O> {
  /** The child's column that holds the parent's key; without it, all rows of the bureau. */
  child?: ColumnReference;
  /** The parent's key, when it is not its id. */
  parent?: ColumnReference;
  /** What else child and parent have in common, of a list that is read per row: a day, say. */
  besides?: readonly Pair[];
  /** In place of `child`. */
  through?: Through;
  /** Of a list of an interface or a union: the columns in which each row names the type and the id of the row it stands for. */
  any?: Pick<AnyRow, "type" | "id">;
  where?: (row: RowOf<R>, reading: Reading) => Fragment;
  order: (row: RowOf<R>, reading: Reading) => O;
}

interface ManyOptions<R extends Rows> extends ListOptions<R, Fragment> {
  /** About how many rows a large bureau has in one such list: by them an operation is weighed. */
  about: number;
  /** About how many it has in all such lists together, where a row stands in one of them only. */
  inAll?: number;
  /** Read by its key under each parent, however many there are: the table is larger than all else, and few of its rows are wanted. */
  perRow?: boolean;
}

/** All child rows as a list. */
export const many = <R extends Rows>(rows: R, { where, order, any, ...keys }: ManyOptions<R>) =>
  source({
    kind: "many",
    ...keys,
    any: any && { ...any, relation: relationOf(rows) },
    where: where && bound(rows, where),
    order: bound(rows, order),
  });

interface PagesOptions<R extends Rows> extends ListOptions<R, PageOrder> {
  /** Of a field with a `filter` that means something of its own; else it is declared by `list`. */
  hearsFilter?: boolean;
  /** Goes over more than it gives, and keeps out of the way of short reads. */
  isHeavy?: boolean;
}

/** Child rows in Relay pages; the field takes `first`, `after`, `last`, `before`. */
export const pages = <R extends Rows>(
  rows: R,
  { where, order, isHeavy = false, hearsFilter = false, any, ...keys }: PagesOptions<R>,
) =>
  source({
    kind: "pages",
    isHeavy,
    hearsFilter,
    ...keys,
    any: any && { ...any, relation: relationOf(rows) },
    where: where && bound(rows, where),
    order: bound(rows, order),
  });

/** Rows in pages, by the conditions that the fields of its `filter` declare, in the orders given. */
export const list = <R extends Rows>(
  rows: R,
  { order, ...keys }: Pick<PagesOptions<R>, "order" | "child" | "parent" | "isHeavy">,
) => pages(rows, { ...keys, order, where: asked, hearsFilter: true });

/** An object that groups fields of the same row. */
export const self = () => source({ kind: "self" });

/** Any row by its id. */
export const nodeById = () => source({ kind: "node" });

const bound =
  <R extends Rows, T>(rows: R, build: (row: RowOf<R>, reading: Reading) => T) =>
  (alias: string, reading: Reading) =>
    build(rowUnder(rows, alias), reading);
