import { newId } from "@maple-bridge/server/kernel/ids";
import type { Sql } from "postgres";
import { canary } from "./canaries.ts";

interface Column {
  name: string;
  type: string;
  isOptional: boolean;
  /** A word that stands there by itself, as of an enumeration. */
  isMade: boolean;
}

export interface Row {
  table: string;
  id: string;
  /** Who may know of it; a narrower one for some of its columns. */
  audience: string;
}

export type Values = Record<string, unknown>;
/** Rows that stand or fall with another one, by whose id they are known. */
type Beside = (id: string) => readonly (readonly [table: string, values: Values])[];
export type Put = (table: string, audience: string, values?: Values, beside?: Beside) => Promise<string>;

/** Columns that fewer may know than may see their row. */
const narrower: Record<string, (audience: string) => string> = {
  "members.phone": (audience) => `call${audience}`,
  "absences.reason": (audience) => `manage${audience}`,
  "audit_entries.entity_type": () => "log",
  "audit_entries.request_id": () => "log",
  "accounts.password_hash": () => "nobody",
  "sessions.secret_hash": () => "nobody",
  "api_tokens.secret_hash": () => "nobody",
  "known_devices.secret_hash": () => "nobody",
  "import_file_portions.bytes": () => "nobody",
  "import_runs.file_digest": () => "nobody",
  "sealed_contacts.sealed": () => "nobody",
};

/** Columns of the database's own making, from what else stands in the row. */
const made = new Set(["audit_entries.hash", "audit_entries.previous_hash", "duty_lines.owner"]);

/** Columns whose texts are written in capitals. */
const capitals = new Set([
  "checklist_items.code",
  "checklist_templates.code",
  "duty_lines.code",
  "grids.code",
  "matter_categories.code",
  "members.badge",
]);

/** Puts rows into any table: what is not given of a text, of JSON or of bytes becomes a canary of the bureau and the audience. */
export async function putter(sql: Sql, bureau: { letter: string; id: string }): Promise<{ put: Put; rows: Row[] }> {
  const columns = await columnsOf(sql);
  const rows: Row[] = [];
  let number = 0;
  function rowOf(table: string, audience: string, values: Values) {
    const row: Values = { bureau_id: bureau.id, ...values };
    const own = columns.get(table);
    if (!own) throw new Error(`There is no table ${table}.`);
    number++;
    for (const { name, type, isOptional, isMade } of own) {
      if (isMade || made.has(`${table}.${name}`)) continue;
      if (name in row) row[name] = marked(row[name], markOf(`${table}.${name}`, audience));
      else if (name === "id") row["id"] = newId();
      else row[name] = filling(`${table}.${name}`, type, audience, isOptional);
      if (row[name] === undefined) delete row[name];
    }
    return row;
  }
  async function put(table: string, audience: string, values: Values = {}, beside: Beside = () => []) {
    const row = rowOf(table, audience, values);
    const id = String(row["id"] ?? bureau.id);
    await sql.begin(async (tx) => {
      await tx`insert into ${tx(table)} ${tx(row)}`;
      rows.push({ table, id, audience });
      for (const [other, given] of beside(id)) {
        await tx`insert into ${tx(other)} ${tx(rowOf(other, audience, given))}`;
        rows.push({ table: other, id: bureau.id, audience });
      }
    });
    return id;
  }
  const markOf = (place: string, audience: string) =>
    canary({ bureau: bureau.letter, audience: narrower[place]?.(audience) ?? audience, place: `${place}.${number}` });
  function filling(place: string, type: string, audience: string, isOptional: boolean) {
    const text = markOf(place, audience);
    if (place === "accounts.password_hash") return hashed(text);
    if (capitals.has(place)) return text.toUpperCase();
    if (type === "text") return text;
    if (type === "jsonb") return { [text]: [text] };
    if (type === "bytea") return Buffer.from(text);
    if (isOptional) return undefined;
    throw new Error(
      `The ground does not know what to put into ${place}: give it in tests/isolation/support/ground.ts.`,
    );
  }
  return { put, rows };
}

/** What no password hashes to, in the shape that a check of passwords takes. */
const hashed = (text: string) =>
  `$argon2id$v=19$m=8,t=1,p=1$${[text, "0".repeat(32)].map((part) => Buffer.from(part).toString("base64").replaceAll("=", "")).join("$")}`;

/** JSON of a given shape, with the canary wherever it says `canary`. */
function marked(value: unknown, text: string): unknown {
  if (value === null || typeof value !== "object" || Buffer.isBuffer(value) || value instanceof Date) return value;
  return JSON.parse(JSON.stringify(value).replaceAll('"canary"', JSON.stringify(text)));
}

async function columnsOf(sql: Sql): Promise<Map<string, Column[]>> {
  const found = await sql<(Column & { table: string })[]>`
    select table_name as table, column_name as name, data_type as type, (is_nullable = 'YES' or column_default is not null) as "isOptional",
      coalesce(data_type = 'text' and column_default <> '''''::text', false) as "isMade"
    from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`;
  const columns = new Map<string, Column[]>();
  for (const { table, ...column } of found) columns.set(table, [...(columns.get(table) ?? []), column]);
  return columns;
}
