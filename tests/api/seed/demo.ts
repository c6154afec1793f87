import { seedDemo } from "@maple-bridge/drizzle/seed";
import { newId } from "@maple-bridge/server/kernel/ids";
import { initialsOf } from "@maple-bridge/server/kernel/pinyin";
import postgres from "postgres";
import { freshDatabase } from "../../support/database.ts";
import { plainDays } from "../../support/plain-days.ts";

/** When the tests load the demo. */
export const now = new Date("2026-11-22T04:00:00Z");
export const today = "2026-11-22";

/** The demo in a database of its own. */
export async function loadedDemo(at = now) {
  const { applicationUrl: url, superuserUrl } = await freshDatabase();
  const sql = postgres(superuserUrl, { max: 2, onnotice: () => {}, types: plainDays });
  const logged: string[] = [];
  const load = () =>
    seedDemo({ url, passwordHash: "not a hash", newId, initialsOf, now: at, log: (line) => logged.push(line) });
  return { sql, logged, load, loaded: await load() };
}
