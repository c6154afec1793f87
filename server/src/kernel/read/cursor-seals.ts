import type { Database } from "../database/database.ts";
import { rememberLeastUsed } from "../least-used.ts";
import { type CursorSeal, sealWith } from "./cursor.ts";
import { parameter, sql, toStatement } from "./fragment.ts";

const sealsOf = () => rememberLeastUsed<CursorSeal>({ most: 20_000 });
const seals = new WeakMap<Database, ReturnType<typeof sealsOf>>();

const bureau = parameter("bureau", "uuid", ({ bureauId }) => bureauId);
const keyOfBureau = toStatement(sql`select b.cursor_key from bureaus b where b.bureau_id = ${bureau}`);

/** By a key that lies beside the bureau's rows: every server opens what another one sealed, and none another bureau's. */
export async function cursorSealOf(database: Database, bureauId: string): Promise<CursorSeal> {
  let kept = seals.get(database);
  if (!kept) seals.set(database, (kept = sealsOf()));
  const known = kept.get(bureauId);
  if (known) return known;
  const environment = { bureauId, accountId: null, now: "", scope: () => [], args: [] };
  const text = await database.read(keyOfBureau, environment, { heavy: false, prepare: true, isOfScreens: true });
  const key = Buffer.from(text.toString(), "hex");
  if (key.length !== 32) throw new Error(`The bureau ${bureauId} has no key for cursors.`);
  const seal = sealWith(key);
  kept.set(bureauId, seal);
  return seal;
}
