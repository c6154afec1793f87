import { Invalid } from "../errors.ts";
import { isId } from "../ids.ts";
import { type Fragment, join, sql } from "./fragment.ts";

/** The quoted JSON string of a cursor: the order's values as text, in base64url of a JSON array. */
export function encodeCursor(values: readonly Fragment[]): Fragment {
  const array = sql`json_build_array(${join(
    values.map((value) => sql`(${value})::text`),
    ",",
  )})::text`;
  return sql`'"'||translate(encode(convert_to(${array},'UTF8'),'base64'),E'+/=\\n','-_')||'"'`;
}

/** The values of a cursor that this server gave for an order of these types. */
export function decodeCursor(cursor: unknown, types: readonly string[], path: string): string[] {
  const values = parse(cursor);
  if (values?.length !== types.length || !types.every((type, index) => isValueOf[type]?.(values[index]!)))
    throw new Invalid([{ path: [path], code: "CURSOR" }]);
  return values;
}

function parse(cursor: unknown): string[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(String(cursor), "base64url").toString("utf8"));
    return Array.isArray(values) && values.every((value) => typeof value === "string") ? values : undefined;
  } catch {
    return undefined;
  }
}

const isIntegerOf = (bits: number) => (text: string) =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(bits, BigInt(text)) === BigInt(text);

/** By the types that pages are ordered by: what PostgreSQL would refuse as a value of the type is no cursor's. */
const isValueOf: Record<string, (text: string) => boolean> = {
  text: (text) => !text.includes("\0"),
  uuid: isId,
  smallint: isIntegerOf(16),
  int: isIntegerOf(32),
  integer: isIntegerOf(32),
  bigint: isIntegerOf(64),
  timestamptz: isTimestamp,
};

function isTimestamp(text: string): boolean {
  const [, day, time] =
    /^((?!0000)\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::[0-5]\d){0,2}$/.exec(text) ?? [];
  const instant = new Date(`${day}T${time}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === `${day}T${time}.000Z`;
}
