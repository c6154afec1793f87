import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Values, Whose } from "./values.ts";

type Field = GraphQLField<unknown, unknown>;

/** An input of a mutation; `at` is the id that says `whose` it is about, one of its own in all other places. */
export interface Input {
  at: string;
  whose: Whose;
  input: Record<string, unknown>;
}

/** One input for each id in it and each of whom the id may be; one where it holds no id. */
export function inputsOf(field: Field, values: Values, everyone: readonly Whose[], key: string): Input[] {
  const type = field.args[0]!.type;
  const places = [...idsIn(type, "input")];
  const build = (at: string, whose: Whose) =>
    valueAt(type, "input", { field, values, at, whose, key }) as Record<string, unknown>;
  if (places.length === 0) return [{ at: "input", whose: "own", input: build("", "own") }];
  return places.flatMap((at) => everyone.map((whose) => ({ at, whose, input: build(at, whose) })));
}

interface Draft {
  field: Field;
  values: Values;
  at: string;
  whose: Whose;
  key: string;
}

function* idsIn(type: GraphQLInputType, at: string): Generator<string> {
  if (isNonNullType(type) || isListType(type)) return yield* idsIn(type.ofType, at);
  if (isInputObjectType(type))
    for (const each of Object.values(type.getFields())) yield* idsIn(each.type, `${at}.${each.name}`);
  else if (getNamedType(type).name === "ID") yield at;
}

/** Optional fields stay out, but for the one that is asked about. */
function valueAt(type: GraphQLInputType, at: string, draft: Draft): unknown {
  if (isNonNullType(type)) return valueAt(type.ofType, at, draft);
  if (isListType(type)) return [valueAt(type.ofType, at, draft)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(
          (each) =>
            isNonNullType(each.type) || draft.at.startsWith(`${at}.${each.name}`) || /^(reason|from)$/.test(each.name),
        )
        .map((each) => [each.name, valueAt(each.type, `${at}.${each.name}`, draft)]),
    );
  return scalarAt(getNamedType(type).name, at, draft);
}

function scalarAt(type: string, at: string, { field, values, at: asked, whose, key }: Draft): unknown {
  const name = at.split(".").at(-1)!;
  if (type === "ID") return values.ids(at === asked ? whose : "own", name, getNamedType(field.type).name)[0];
  if (name === "idempotencyKey") return key;
  const known: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: false,
    DateTime: "2027-03-01T00:00:00Z",
    LocalDate: "2027-03-01",
    JSON: {},
  };
  return type in known ? known[type] : (texts[name] ?? `新的${name}`);
}

/** Texts that a command looks at more closely. */
const texts: Record<string, string> = {
  code: "410481001299",
  badge: "N0001",
  phone: "13800000000",
  name: "new.name",
  currentPassword: "Not-the-password-1",
  newPassword: "Bridge-of-maple-9",
  password: "Not-the-password-1",
};
