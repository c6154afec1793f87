import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { modules } from "@maple-bridge/server/modules";
import { hashPassword } from "@maple-bridge/server/modules/auth";
import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from "graphql";
import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

const mutations = Object.values(schemaOf(modules).getMutationType()!.getFields());

type Make = (rootId: string) => unknown;

const sound: Record<string, Make> = {
  String: () => "410481100200",
  ID: (rootId) => rootId,
  Int: () => 1,
  Float: () => 1,
  Boolean: () => true,
  DateTime: () => "2026-01-01T00:00:00Z",
  LocalDate: () => "2026-01-01",
  JSON: () => ({}),
};

/** A value for everything that the input may hold. */
function soundValue(type: GraphQLInputType, rootId: string): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [soundValue(bare.ofType, rootId)];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare))
    return Object.fromEntries(
      Object.values(bare.getFields()).map((field) => [
        field.name,
        field.name === "idempotencyKey" ? newKey() : soundValue(field.type, rootId),
      ]),
    );
  return sound[bare.name]!(rootId);
}

type Path = readonly (string | number)[];

function textsIn(type: GraphQLInputType): Path[] {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return below(0, bare.ofType);
  if (isInputObjectType(bare)) return Object.values(bare.getFields()).flatMap((field) => below(field.name, field.type));
  return isScalarType(bare) && ["String", "ID"].includes(bare.name) ? [[]] : [];
}

const below = (key: string | number, type: GraphQLInputType) => Array.from(textsIn(type), (path) => [key, ...path]);

function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((each, index) => (index === key ? withText(each, rest, text) : each));
  return { ...(value as object), [key]: withText((value as Record<string, unknown>)[key], rest, text) };
}

const unstorable = { NUL: "\0", "a NUL within": "41048\u00001", "half of a pair": "410481\ud800" };

test.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
  "%s tells what text cannot be kept, whatever field it stands in",
  async (name, { args, type }) => {
    const bureau = await makeBureau();
    const passwordHash = name === "changePassword" ? await hashPassword("枫桥经验 1963") : undefined;
    const selection = isScalarType(getNullableType(type)) ? "" : "{ __typename }";
    const [declared, given] = [
      args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", "),
      args.map((arg) => `${arg.name}: $${arg.name}`).join(", "),
    ];
    const document = `mutation${declared && `(${declared})`} { ${name}${given && `(${given})`} ${selection} }`;
    for (const arg of args)
      for (const path of textsIn(arg.type))
        for (const text of Object.values(unstorable)) {
          const administrator = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
          if (passwordHash) await bureau.sql((sql) => sql`update accounts set password_hash = ${passwordHash}`);
          const values = Object.fromEntries(args.map((each) => [each.name, soundValue(each.type, bureau.rootId)]));
          const variables = { ...values, [arg.name]: withText(values[arg.name], path, text) };
          const { errors = [] } = await administrator.ask(document, variables);
          const codes = errors.map(({ extensions }) => extensions.code);
          expect(codes, `${[arg.name, ...path].join(".")} ${JSON.stringify(text)}`).not.toContain("INTERNAL");
        }
  },
);

test("a code that cannot be kept is refused by its field", async () => {
  const { administrator } = await makeBureau();
  const refused = await administrator.refused(
    "mutation ($input: CreateDivisionInput!) { createDivision(input: $input) { id } }",
    { input: { idempotencyKey: newKey(), code: "41048\u0000", name: "某县" } },
  );
  expect(refused).toMatchObject({ code: "INVALID", fields: [{ path: ["input", "code"], code: "TEXT_UNSTORABLE" }] });
});
