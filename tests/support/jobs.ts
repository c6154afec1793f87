import type { App } from "@maple-bridge/server";
import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import { expect } from "vitest";
import type { Bureau } from "./bureau.ts";

type Place = Pick<Bureau, "id"> & { app: Pick<App, "database"> };

/** The bureau's daily job, as though it were the hour for it, until it is done. */
export async function doDaily({ app: { database }, id: bureauId }: Place, name: string): Promise<void> {
  await inBureau(database, bureauId, (sql) => database.queue.send(sql, name, { bureauId }));
  database.queue.wake([name]);
  await expect.poll(() => statesOf({ app: { database }, id: bureauId }, name), patiently).not.toContain("active");
  expect(new Set(await statesOf({ app: { database }, id: bureauId }, name))).toEqual(new Set(["completed"]));
}

/** What has become of the bureau's jobs of that name; those that wait count as active. */
export async function statesOf({ app: { database }, id: bureauId }: Place, name: string): Promise<string[]> {
  const jobs = await database.queue.boss().findJobs(name, { data: { bureauId } });
  return jobs.map(({ state }) => (state === "created" || state === "retry" ? "active" : state));
}

const patiently = { timeout: 15_000, interval: 20 };
