import { type App, buildApp } from "@maple-bridge/server";
import { modules } from "@maple-bridge/server/modules";
import { inTransaction } from "@maple-bridge/server/kernel/command";
import { enqueue } from "@maple-bridge/server/kernel/jobs/enqueue";
import type { Ids, Job } from "@maple-bridge/server/kernel/jobs/job";
import type { ServerLog } from "@maple-bridge/server/face/server-log";
import { expect } from "vitest";
import { type Bureau, now, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { contextOf } from "./commanding.ts";

/** A server that does these jobs as well, once their queues are there: nobody else on its database does. */
export async function serverWith(jobs: readonly Job[], log?: ServerLog): Promise<App> {
  const { applicationUrl, app } = await theServer();
  const probe = { name: "probe", resolvers: [], jobs };
  const served = await buildApp({
    databaseUrl: applicationUrl,
    modules: [...modules, probe],
    schema: app.schema,
    trusted: "any",
    now,
    log,
  });
  const boss = served.database.queue.boss();
  for (const { name } of jobs) await expect.poll(() => boss.getQueue(name), { timeout: 15_000 }).not.toBeNull();
  return served;
}

/** Sends the job by a command of the bureau's administrator, to this server. */
export const send = (app: App, bureau: Bureau, job: Job, ids: Ids = {}, idempotencyKey = newKey()) =>
  inTransaction(contextOf({ ...bureau, app }), "probe", { idempotencyKey }, async (tx) => {
    await enqueue(tx, job, ids);
    return {};
  });

/** Something that a run waits for, and that a test waits for of a run. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
