import * as tables from "@maple-bridge/drizzle/tables";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { modules } from "@maple-bridge/server/modules";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { expect, it } from "vitest";

/** No register of people, no identity numbers, no whereabouts, no video, no biometrics: not even under another name. */
const forbidden = [
  /\b(identity|id|citizen) (number|no|card|code)\b/,
  /\bidentification\b/,
  /\bsocial credit\b/,
  /\bpassport\b/,
  /\bbirth(day| date)?\b/,
  /\bethnic/,
  /\bresidents?\b/,
  /\bcitizens?\b/,
  /\bhousehold (register|registration|head|member)/,
  /\bregistered residence\b/,
  /\bhu ?(kou|ji)\b/,
  /\bshen ?fen\b/,
  /\bkey (person|people|persons|population)\b/,
  /\bpetition(er|ers|s)?\b/,
  /\b(suspect|offender|ex convict)s?\b/,
  /\b(faith|religion|belief|church|worship)s?\b/,
  /\bpolitical\b/,
  /\b(track|tracks|trajectory|trace|whereabouts|gps|latitude|longitude|geolocation|imei|imsi|license plate)\b/,
  /\b(video|camera|footage|surveillance|portrait)s?\b/,
  /\b(biometric|fingerprint|iris|retina|dna|voiceprint|face)s?\b/,
  /身份证|户籍|重点人员|信访|上访|信仰|宗教|轨迹|视频|指纹|人脸|虹膜/,
];

const words = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
const offends = (name: string) => forbidden.some((pattern) => pattern.test(words(name)));

it("nothing in the tables", () => {
  const all = Object.values(tables).filter((each) => is(each, Table));
  const columns = all.flatMap((table) =>
    Object.values(getTableColumns(table)).map((column) => `${getTableName(table)}.${column.name}`),
  );
  expect(columns.length).toBeGreaterThan(100);
  expect(columns.filter(offends)).toEqual([]);
});

it("nothing in the schema", () => {
  const names = Object.values(schemaOf(modules).getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap(namesIn);
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter(offends)).toEqual([]);
});

it("and would be told of it", () => {
  for (const name of [
    "idNumber",
    "citizenIdCard",
    "identity_number",
    "residents",
    "keyPersons",
    "petitioner",
    "lastLatitude",
    "videoUrl",
    "birthDate",
    "religion",
  ])
    expect([name, offends(name)]).toEqual([name, true]);
  for (const name of ["idempotencyKey", "households", "population", "position", "surface"])
    expect([name, offends(name)]).toEqual([name, false]);
});

function namesIn(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => `${type.name}.${name}`)];
  if (isInputObjectType(type))
    return [type.name, ...Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => field.args.map(({ name }) => `${type.name}.${field.name}.${name}`));
  return [type.name, ...fields.map(({ name }) => `${type.name}.${name}`), ...args];
}
