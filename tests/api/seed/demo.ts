import { seedDemo } from "@maple-bridge/drizzle/seed";
import { demoMeans } from "@maple-bridge/server/face/demo-means";
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
    seedDemo({ url, passwordHash: "not a hash", ...demoMeans, now: at, log: (line) => logged.push(line) });
  return { url, sql, logged, load, loaded: await load() };
}
