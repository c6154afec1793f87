import { ensureCluster } from "./cluster.ts";
import type { Credentials } from "./credentials.ts";
import { claimCredentials, readCredentials, roles, urlFor } from "./credentials.ts";
import { placeServer } from "./place.ts";
import { pause } from "./pause.ts";
import { findPostmaster, stopOrphan } from "./postmaster.ts";
import { prepareDatabase } from "./prepare.ts";
import type { Supervisor } from "./supervise.ts";
import { supervise } from "./supervise.ts";
import { claimSupervision, endSupervision, supervisorOf, tellReady } from "./supervision.ts";
import type { EmbeddedPostgres, Place, StartOptions } from "./types.ts";

/** Starts the PostgreSQL that came with the project on the data in `dataDir`, making it where there is none. */
export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const place = await placeServer(options.dataDir, options.log);
  const other = await claimSupervision(place);
  if (other && !options.share)
    throw new Error(`Process ${other.pid} runs PostgreSQL on ${place.home} already: stop it first.`);
  if (other)
    return (await isShared(place))
      ? handOut(place, await readCredentials(place), { stop: async () => {}, onRespawn: () => {} })
      : startPostgres(options);
  try {
    return await startOwn(place, options);
  } catch (error) {
    await endSupervision(place);
    throw error;
  }
}

async function startOwn(place: Place, options: StartOptions): Promise<EmbeddedPostgres> {
  const orphan = await findPostmaster(place);
  if (orphan) await stopOrphan(place, orphan, options.log);
  const credentials = await claimCredentials(place);
  await ensureCluster(place, credentials, options);
  const supervisor = await supervise(place, credentials.port, options);
  try {
    await prepareDatabase(place, credentials);
    await tellReady(place);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  const stop = async () => {
    await supervisor.stop();
    await endSupervision(place);
  };
  return handOut(place, credentials, { ...supervisor, stop });
}

const longestStart = 120_000;
const pollEvery = 100;

/** Waits for the other process's server; false when that process has ended instead. */
async function isShared(place: Place): Promise<boolean> {
  for (let waited = 0; waited < longestStart; waited += pollEvery) {
    const other = await supervisorOf(place);
    if (!other || other.isReady) return other !== undefined;
    await pause(pollEvery);
  }
  throw new Error(`The process that starts PostgreSQL on ${place.home} does not come to an end with it.`);
}

function handOut(place: Place, credentials: Credentials, supervisor: Supervisor): EmbeddedPostgres {
  return {
    superuserUrl: urlFor(place, "superuser", credentials),
    ownerUrl: urlFor(place, "owner", credentials),
    applicationUrl: urlFor(place, "application", credentials),
    applicationRole: roles.application,
    folder: place.home,
    ...supervisor,
  };
}
