import { seedDemo } from "@maple-bridge/drizzle/seed";
import { refreshStatistics } from "@maple-bridge/drizzle/statistics";
import { demoMeans } from "@maple-bridge/server/face/demo-means";
import { demoPhotos, photosIn } from "@maple-bridge/server/face/demo-photos";
import { noFiles } from "@maple-bridge/server/kernel/files/file-store";
import postgres from "postgres";
import { copyOf, filledOnce, type TestDatabase } from "../../support/database.ts";
import { plainDays } from "../../support/plain-days.ts";

const nowhere = { ...noFiles, put: async () => {} };

/** When the tests load the demo. */
export const now = new Date("2026-11-22T04:00:00Z");
export const today = "2026-11-22";

/** The demo is tens of thousands of rows: for a hook that may be the first to load it, on whatever machine. */
export const whileLoading = 300_000;

/** Its photos are drawn, and lie nowhere. */
const photos = demoPhotos();

const load = async ({ applicationUrl, ownerUrl }: TestDatabase, at: Date, log: (line: string) => void) =>
  seedDemo({
    open: async () => applicationUrl,
    ...{ passwordHash: "not a hash", ...demoMeans, ...photosIn(nowhere, await photos), now: at, log },
    learn: () => refreshStatistics(ownerUrl),
  });

const loadOnce = (at: Date) =>
  filledOnce(`demo_${at.getTime()}`, async (database) => {
    const loaded = await load(database, at, () => {});
    await refreshStatistics(database.ownerUrl);
    return loaded;
  });

/** The demo in a database of its own: a copy of the one that was loaded first. */
export async function loadedDemo(at = now) {
  const { database, told: loaded } = await loadOnce(at);
  const copy = await copyOf(database);
  const sql = postgres(copy.superuserUrl, { max: 2, onnotice: () => {}, types: plainDays });
  const logged: string[] = [];
  return {
    ...{ url: copy.applicationUrl, sql, logged, loaded },
    load: () => load(copy, at, (line) => logged.push(line)),
  };
}
