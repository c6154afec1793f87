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

/** The values of a cursor that this server gave for an order by values of these types. */
export function decodeCursor(cursor: unknown, types: readonly string[], path: string): string[] {
  const values = parse(cursor);
  const fits = values?.length === types.length && values.every((value, index) => isOfType(types[index]!, value));
  if (!values || !fits) throw new Invalid([{ path: [path], code: "CURSOR" }]);
  return values;
}

const bits: Readonly<Record<string, number>> = { smallint: 16, int: 32, integer: 32, bigint: 64 };

/** Whether the database reads the text as a value of the type. */
function isOfType(type: string, text: string): boolean {
  if (type === "uuid") return isId(text);
  if (type === "timestamptz") return isInstant(text);
  const size = bits[type];
  if (size === undefined) return !text.includes("\0");
  return /^-?\d{1,19}$/.test(text) && BigInt.asIntN(size, BigInt(text)) === BigInt(text);
}

const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(text) &&
  !Number.isNaN(Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")));

function parse(cursor: unknown): string[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(String(cursor), "base64url").toString("utf8"));
    return Array.isArray(values) && values.every((value) => typeof value === "string") ? values : undefined;
  } catch {
    return undefined;
  }
}
