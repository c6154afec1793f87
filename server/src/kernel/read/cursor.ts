import { Invalid } from "../errors.ts";
import { type Fragment, join, sql } from "./fragment.ts";

/** The quoted JSON string of a cursor: the order's values as text, in base64url of a JSON array. */
export function encodeCursor(values: readonly Fragment[]): Fragment {
  const array = sql`json_build_array(${join(
    values.map((value) => sql`(${value})::text`),
    ",",
  )})::text`;
  return sql`'"'||translate(encode(convert_to(${array},'UTF8'),'base64'),E'+/=\\n','-_')||'"'`;
}

/** The values of a cursor that this server gave for an order of `length` terms. */
export function decodeCursor(cursor: unknown, length: number, path: string): string[] {
  const values = parse(cursor);
  if (values?.length !== length) throw new Invalid([{ path: [path], code: "CURSOR" }]);
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
