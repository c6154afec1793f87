import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { Extensions } from "type-graphql";
import { everything, type Reading } from "./reading.ts";
import { type Fragment, join, type Parameter, sql } from "./fragment.ts";
import type { RowOf, Rows } from "./relation.ts";

/** What a filter's field was given. */
export interface Given {
  /** Of the SQL type that goes with the field's own. */
  value: Parameter;
  /** The value itself of a Boolean or an enum, which the statement's text may depend on. */
  choice: unknown;
}

type Condition<Row> = (row: Row, given: Given, reading: Reading) => Fragment;
interface Conditioned {
  condition?: Condition<never>;
}

const conditionBy = <Row>(condition: Condition<Row>) =>
  Extensions({ condition: condition as Condition<never> } satisfies Conditioned);

/** Rows for which this holds, where the filter's field is given. */
export const where = <R extends Rows>(_rows: R, condition: Condition<RowOf<R>>) => conditionBy(condition);

/** Rows whose column is what was given, or one of those given. */
export const equals = <R extends Rows>(_rows: R, column: keyof RowOf<R>) =>
  conditionBy((row: RowOf<R>, { value }) =>
    value.type.endsWith("[]") ? sql`${row[column]} = any(${value})` : sql`${row[column]} = ${value}`,
  );

/** Rows whose number, or day, is no less than what was given; what has none is left out. */
export const atLeast = <R extends Rows>(_rows: R, column: keyof RowOf<R>) =>
  conditionBy((row: RowOf<R>, { value }) => sql`${row[column]} >= ${value}`);

/** Rows whose number, or day, is no more than what was given; what has none is left out. */
export const atMost = <R extends Rows>(_rows: R, column: keyof RowOf<R>) =>
  conditionBy((row: RowOf<R>, { value }) => sql`${row[column]} <= ${value}`);

type NumberOf<Row> = (row: Row, reading: Reading) => Fragment;

/** Conditions that a later module has to give: it knows the tables. */
export function laterConditions<R extends Rows>(_rows: R) {
  const known = new Map<string, Condition<RowOf<R>>>();
  return {
    by: (name: string) =>
      conditionBy((row: RowOf<R>, given, reading) => {
        const condition = known.get(name);
        if (!condition) throw new Error(`Nobody has said what ${name} filters by.`);
        return condition(row, given, reading);
      }),
    give: (name: string, condition: Condition<RowOf<R>>) => void known.set(name, condition),
    /** What `<name>AtLeast` and `<name>AtMost` compare. */
    giveNumber(name: string, number: NumberOf<RowOf<R>>) {
      known.set(`${name}AtLeast`, (row, { value }, reading) => sql`${number(row, reading)} >= ${value}`);
      known.set(`${name}AtMost`, (row, { value }, reading) => sql`${number(row, reading)} <= ${value}`);
    },
  };
}

const sqlTypes: Record<string, string> = {
  ID: "uuid",
  String: "text",
  Int: "int",
  Float: "float8",
  Boolean: "boolean",
  DateTime: "timestamptz",
  LocalDate: "date",
};

/** The SQL type that values of an input field are bound as. */
function sqlTypeOf({ type, name }: Pick<GraphQLInputField, "type" | "name">): string {
  const given = isNonNullType(type) ? type.ofType : type;
  const named = getNamedType(given);
  const item = isEnumType(named) ? "text" : sqlTypes[named.name];
  if (!item) throw new Error(`${name} is of the type ${named.name}, which has no SQL type.`);
  return isListType(given) ? `${item}[]` : item;
}

/** The type of the field's `filter`. */
export function filterOf(field: GraphQLField<unknown, unknown>): GraphQLInputObjectType | undefined {
  const type = getNullableType(field.args.find(({ name }) => name === "filter")?.type);
  return isInputObjectType(type) ? type : undefined;
}

const conditionOf = (field: GraphQLInputField) => (field.extensions as Conditioned).condition;

/** What the field's `filter` asks of the row. */
export function asked<Row>(row: Row, reading: Reading): Fragment {
  const fields = Object.values(reading.filter?.getFields() ?? {});
  const conditions = fields.flatMap((each) => {
    const path = `filter.${each.name}`;
    const value = reading.arg(path, sqlTypeOf(each));
    const condition = conditionOf(each);
    if (!value || !condition) return [];
    return [sql`(${condition(row as never, { value, choice: reading.choice(path) }, reading)})`];
  });
  return conditions.length > 0 ? join(conditions, " and ") : everything;
}

/** Throws unless all that a list may be filtered by has a condition: what is left out would give all rows back. */
export function assertFiltersHeard(field: GraphQLField<unknown, unknown>) {
  for (const each of Object.values(filterOf(field)?.getFields() ?? {})) {
    sqlTypeOf(each);
    if (!conditionOf(each)) throw new Error(`${field.name} hears nothing of the filter's ${each.name}.`);
  }
}
