import type { BenchDatabase, Place } from "./databases.ts";
import type { Ground } from "./ground.ts";
import { loadWork, type WorkShape } from "./work-dataset.ts";
import { workGroundsOf } from "./work-ground.ts";
import { poolOf } from "./work-pool.ts";
import { forgetIssued, workScenariosOf } from "./work-scenarios.ts";

/** More than any server takes in a second. */
const mostPerSecond = 6_000;

/** The bureaus' work, once, and what is asked of it. */
export async function layWork(
  { superuserUrl, sql }: BenchDatabase,
  place: Place,
  grounds: readonly Ground[],
  { seconds, clients }: { seconds: number; clients: number },
) {
  await loadPlacesWork(superuserUrl, place);
  const workGrounds = await workGroundsOf(sql, grounds, Math.ceil(clients / place.codes.length));
  await forgetIssued(sql);
  const each = Math.ceil((1.5 * mostPerSecond * Math.max(seconds, 3)) / place.codes.length) + 50;
  const pool = await poolOf(sql, workGrounds, each);
  return {
    scenarios: workScenariosOf(workGrounds, pool),
    async takeAway() {
      await forgetIssued(sql);
      await pool.clear();
    },
  };
}

export async function loadPlacesWork(url: string, shape: WorkShape) {
  for (const each of await loadWork(url, shape)) console.log(`loaded ${shape.codes.length} × ${each}`);
}
