import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { longestOf, readTexts } from "@maple-bridge/server/kernel/text-bounds";
import { textKindOf } from "@maple-bridge/server/kernel/text-kinds";
import { modules } from "@maple-bridge/server/modules";
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { expect, test } from "vitest";

const schema = schemaOf(modules);

interface Place {
  field: string;
  args: readonly GraphQLArgument[];
  path: readonly (string | number)[];
}

function* textsIn(name: string, type: GraphQLInputType, depth = 0): Generator<(string | number)[]> {
  if (isNonNullType(type)) return yield* textsIn(name, type.ofType, depth);
  if (isListType(type))
    for (const path of textsIn(name, type.ofType, depth)) yield [...path.slice(0, 1), 0, ...path.slice(1)];
  else if (isInputObjectType(type) && depth < 5) {
    for (const field of Object.values(type.getFields()))
      for (const path of textsIn(field.name, field.type, depth + 1)) yield [name, ...path];
  } else if (getNamedType(type).name === "String") yield [name];
}

/** Every text that any field of the schema takes, however deep. */
const places: Place[] = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) =>
        field.args.flatMap((arg) =>
          [...textsIn(arg.name, arg.type)].map((path) => ({
            field: `${type.name}.${field.name}`,
            args: field.args,
            path,
          })),
        ),
      )
    : [],
);

const nested = (path: Place["path"], text: string): unknown =>
  path.reduceRight<unknown>((value, key) => (typeof key === "number" ? [value] : { [key]: value }), text);

const at = (value: unknown, path: Place["path"]) =>
  path.reduce<unknown>((each, key) => (each as Record<string, unknown>)[key], value);

const read = ({ args, path }: Place, text: string) =>
  at(readTexts(args, nested(path, text) as Record<string, unknown>, { keeps: true }), path);

const named = ({ field, path }: Place) => `${field} ${path.join(".")}`;
const kindOf = ({ path }: Place) => textKindOf(String(path.findLast((key) => typeof key === "string")));

test("there are many", () => expect(places.length).toBeGreaterThan(100));

test.each(places.map((place) => [named(place), place] as const))("%s is read by the rule", (_name, place) => {
  const kind = kindOf(place);
  const pasted = "\u202D示\u3000例Ａ１\u200B\u202C\u00A0";
  const readAs = {
    name: "示例A1",
    code: "示例A1",
    line: "示 例A1",
    prose: "示 例A1",
    search: "示例a1",
    verbatim: pasted,
  };
  expect(kind).toBeDefined();
  expect(read(place, pasted)).toBe(readAs[kind!]);
});

test.each(places.filter((place) => kindOf(place) !== "verbatim").map((place) => [named(place), place] as const))(
  "%s refuses what was lost in another encoding",
  (_name, place) => {
    expect(() => read(place, "ʾ\uFFFD\uFFFD")).toThrow(
      expect.objectContaining({ faults: [{ path: place.path, code: "TEXT_UNREADABLE" }] }),
    );
  },
);

test("no text is verbatim but secrets, keys, hashes and cursors", () => {
  const names = places
    .filter((place) => kindOf(place) === "verbatim")
    .map(({ path }) => path.findLast((each) => typeof each === "string"));
  expect([...new Set(names)].toSorted()).toEqual(
    [
      "after",
      "before",
      "currentPassword",
      "hash",
      "idempotencyKey",
      "key",
      "newPassword",
      "password",
      "sentDigests",
    ].toSorted(),
  );
  expect(places.every(({ args }) => args.every((arg) => longestOf(arg) !== 0))).toBe(true);
});
