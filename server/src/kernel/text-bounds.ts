import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { type FieldFault, Invalid } from "./errors.ts";
import { faultOfText } from "./text.ts";
import { readings, textKindOf } from "./text-kinds.ts";

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

/** A text of the schema's inputs that says by its name neither what it is nor how it is read. */
export class UnknownText extends Error {}

/** Throws unless each text that the arguments may hold has a kind. */
export function assertKindsKnown(takers: readonly Taker[], seen = new Set<string>()) {
  for (const taker of takers) {
    const type = itemOf(taker.type);
    if (isInputObjectType(type) && !seen.has(type.name)) {
      seen.add(type.name);
      assertKindsKnown(Object.values(type.getFields()), seen);
    } else if (type.name === "String" && !textKindOf(taker.name))
      throw new UnknownText(`${taker.name} is a text of no kind: its module says under texts how it is read.`);
  }
}

/** Who takes what it is given into the database refuses what that cannot keep; a read finds nothing by it. */
interface Use {
  keeps: boolean;
}

/** The arguments, as they were coerced, with every text in the form that its kind is read in; texts that are no texts, or too long, are refused. */
export function readTexts<T extends Readonly<Record<string, unknown>>>(
  args: readonly GraphQLArgument[],
  values: T,
  use: Use,
): T {
  const faults: FieldFault[] = [];
  const read = readIn(args, values, [], { ...use, faults });
  if (faults.length > 0) throw new Invalid(faults);
  return read;
}

interface Reader extends Use {
  faults: FieldFault[];
}

/** The same object where nothing in it is read otherwise than it stands. */
function readIn<T extends object>(takers: readonly Taker[], values: T, path: FieldFault["path"], reader: Reader): T {
  let read = values;
  for (const taker of takers) {
    const value = (values as Record<string, unknown>)[taker.name];
    if (value === undefined || value === null) continue;
    const next = readValue(taker, value, [...path, taker.name], reader);
    if (next === value) continue;
    if (read === values) read = { ...values };
    (read as Record<string, unknown>)[taker.name] = next;
  }
  return read;
}

function readValue(taker: Taker, value: unknown, path: FieldFault["path"], reader: Reader): unknown {
  if (typeof value === "string") return readText(taker, value, path, reader);
  if (Array.isArray(value)) {
    const read = value.map((each, index) => readValue(taker, each, [...path, index], reader));
    return read.every((each, index) => each === value[index]) ? value : read;
  }
  const type = itemOf(taker.type);
  return value !== null && typeof value === "object" && isInputObjectType(type)
    ? readIn(Object.values(type.getFields()), value, path, reader)
    : value;
}

/** Characters are counted only where there could be too many. */
function readText(taker: Taker, text: string, path: FieldFault["path"], { faults, keeps }: Reader): string {
  const most = longestOf(taker);
  if (most === undefined) return text;
  if (text.length > most && (text.length > 2 * most || [...text].length > most)) {
    faults.push({ path, code: "TOO_LONG", params: { most } });
    return text;
  }
  const kind = itemOf(taker.type).name === "ID" ? "verbatim" : textKindOf(taker.name);
  const read = readings[kind ?? "line"](text);
  const fault = kind !== "verbatim" && faultOfText(read);
  if (fault && (keeps || fault === "TEXT_UNREADABLE")) faults.push({ path, code: fault });
  return read;
}

function itemOf(type: GraphQLInputType): Exclude<GraphQLInputType, { ofType: unknown }> {
  let item = type;
  while (isNonNullType(item) || isListType(item)) item = item.ofType;
  return item as Exclude<GraphQLInputType, { ofType: unknown }>;
}
