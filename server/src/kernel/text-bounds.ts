import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { type FieldFault, Invalid } from "./errors.ts";

type Taker = Pick<GraphQLArgument | GraphQLInputField, "name" | "type">;

/** Characters of any text that a caller gives, unless its name stands below. A command's own rules may ask for fewer. */
const usual = 500;
const byName: Readonly<Record<string, number>> = { search: 100, after: 2_000, before: 2_000 };
const longestId = 100;

/** How long a text the argument or input field takes, itself or in a list; undefined where it takes no text. */
export function longestOf({ name, type }: Taker): number | undefined {
  const scalar = itemOf(type);
  if (isInputObjectType(scalar)) return undefined;
  if (scalar.name === "ID") return longestId;
  return scalar.name === "String" ? (byName[name] ?? usual) : undefined;
}

/** Refuses arguments, as they were coerced, that hold a text beyond its bound, wherever it stands in them. */
export function assertTextBounds(args: readonly GraphQLArgument[], values: Readonly<Record<string, unknown>>) {
  const faults: FieldFault[] = [];
  for (const arg of args) check(arg, values[arg.name], [arg.name], faults);
  if (faults.length > 0) throw new Invalid(faults);
}

function check(taker: Taker, value: unknown, path: FieldFault["path"], faults: FieldFault[]) {
  if (typeof value === "string") return checkText(taker, value, path, faults);
  if (Array.isArray(value)) return value.forEach((each, index) => check(taker, each, [...path, index], faults));
  const type = itemOf(taker.type);
  if (value === null || typeof value !== "object" || !isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields()))
    check(field, (value as Record<string, unknown>)[field.name], [...path, field.name], faults);
}

/** Characters are counted only where there could be too many. */
function checkText(taker: Taker, text: string, path: FieldFault["path"], faults: FieldFault[]) {
  const most = longestOf(taker);
  if (most !== undefined && text.length > most && (text.length > 2 * most || [...text].length > most))
    faults.push({ path, code: "TOO_LONG", params: { most } });
}

function itemOf(type: GraphQLInputType): Exclude<GraphQLInputType, { ofType: unknown }> {
  let item = type;
  while (isNonNullType(item) || isListType(item)) item = item.ofType;
  return item as Exclude<GraphQLInputType, { ofType: unknown }>;
}
