import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from "graphql";
import { isLong } from "./form.ts";
import { rowsOfAPage } from "./selections.ts";
import { everybodys, type Values, type Whose } from "./values.ts";

type Field = GraphQLField<unknown, unknown>;

/** A root field with its arguments: `whose` says what the one that matters is to who asks, `at` where it stands. */
export interface Variant {
  field: Field;
  args: string;
  at: string;
  whose: Whose;
}

/** With no more than must be given: rows of one's own, where it names one. */
export const plainArguments = async (field: Field, values: Values) =>
  argumentsText(field, await requiredOf(field, values));

/** Each argument, and each field of an input, with a value of one's own, of a neighbour, of the other bureau, and of nobody. */
export async function argumentVariants(field: Field, values: Values): Promise<Variant[]> {
  const given = await requiredOf(field, values);
  const variants: Variant[] = [];
  for (const { name, type } of field.args)
    for (const whose of everybodys)
      for (const { at, text } of await textsOf(type, `Query.${field.name}`, name, returned(field), values, whose))
        variants.push({ field, args: argumentsText(field, { ...given, [name]: text }), at, whose });
  return variants;
}

/** A list in all its orders, both ways, from both ends. */
export async function orderVariants(field: Field, values: Values): Promise<{ args: (page: string) => string }[]> {
  if (!field.args.some(({ name }) => name === "first")) return [];
  const given = await requiredOf(field, values);
  const orders = enumerated(field, "orderBy").flatMap((orderBy) =>
    enumerated(field, "direction").map((direction) => listed(given).concat(orderBy, direction)),
  );
  return orders.map((order) => ({ args: (page) => `(${[...order, page].join(", ")})` }));
}

function enumerated({ args }: Field, name: string): string[][] {
  const type = args.find((arg) => arg.name === name)?.type;
  const named = type && getNamedType(type);
  return isEnumType(named) ? named.getValues().map((value) => [`${name}: ${value.name}`]) : [[]];
}

async function requiredOf(field: Field, values: Values): Promise<Record<string, string>> {
  const given: Record<string, string> = {};
  for (const arg of field.args)
    if (isRequiredArgument(arg) || needed.has(`${field.name}.${arg.name}`)) {
      const [first] = await textsOf(arg.type, `Query.${field.name}`, arg.name, returned(field), values, "own");
      if (!first) throw new Error(`The ground has no row of one's own for ${field.name}.${arg.name}.`);
      given[arg.name] = first.text;
    }
  return given;
}

/** Optional in the schema, because a code may stand for it. */
const needed = new Set(["responsibleFor.gridId"]);
const returned = (field: Field) => getNamedType(field.type).name;

interface Text {
  at: string;
  text: string;
}

async function textsOf(
  type: GraphQLInputType,
  owner: string,
  name: string,
  returns: string,
  values: Values,
  whose: Whose,
): Promise<Text[]> {
  const at = `${owner}.${name}`;
  if (isNonNullType(type)) return textsOf(type.ofType, owner, name, returns, values, whose);
  if (isListType(type))
    return (await textsOf(type.ofType, owner, name, returns, values, whose)).map(({ at, text }) => ({
      at,
      text: `[${text}]`,
    }));
  if (isInputObjectType(type)) {
    const inner = Object.values(type.getFields()).map((field) =>
      textsOf(field.type, type.name, field.name, returns, values, whose).then((texts) =>
        texts.map((each) => ({ ...each, text: `{${field.name}: ${each.text}}` })),
      ),
    );
    return (await Promise.all(inner)).flat();
  }
  if (type.name === "ID")
    return values
      .ids(whose, name, returns)
      .slice(0, isLong ? undefined : 1)
      .map((id) => ({ at, text: JSON.stringify(id) }));
  if (type.name === "String" && !/^(after|before)$/.test(name))
    return (await values.texts(whose, at)).map((text) => ({ at, text: JSON.stringify(text) }));
  return whose === "own" ? plain(type).map((text) => ({ at, text })) : [];
}

function plain(type: GraphQLInputType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  const known: Record<string, string[]> = {
    Boolean: ["true", "false"],
    Int: ["3"],
    DateTime: ['"2025-03-01T00:00:00Z"', '"2026-06-01T00:00:00Z"'],
    LocalDate: ['"2026-06-01"'],
    String: [],
  };
  return known[getNamedType(type).name] ?? [];
}

function argumentsText(field: Field, given: Record<string, string>) {
  const isList = field.args.some(({ name }) => name === "first") && !given["last"] && !given["first"];
  const all = listed(isList ? { first: String(rowsOfAPage), ...given } : given);
  return all.length > 0 ? `(${all.join(", ")})` : "";
}

const listed = (given: Record<string, string>) => Object.entries(given).map(([name, text]) => `${name}: ${text}`);
