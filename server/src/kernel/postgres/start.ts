import { ensureCluster } from "./cluster.ts";
import type { Credentials } from "./credentials.ts";
import { claimCredentials, readCredentials, roles, urlFor } from "./credentials.ts";
import { placeServer } from "./place.ts";
import { findPostmaster, isSupervised, stopOrphan } from "./postmaster.ts";
import { prepareDatabase } from "./prepare.ts";
import type { Supervisor } from "./supervise.ts";
import { supervise } from "./supervise.ts";
import type { EmbeddedPostgres, Place, StartOptions } from "./types.ts";

/** Starts the PostgreSQL that came with the project on the data in `dataDir`, making it where there is none. */
export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const place = await placeServer(options.dataDir, options.log);
  const found = await findPostmaster(place);
  if (found && (await isSupervised(place, found))) {
    if (!options.share)
      throw new Error(`Process ${found.parent} runs PostgreSQL on ${place.home} already: stop it first.`);
    return handOut(await readCredentials(place), { stop: async () => {}, onRespawn: () => {} });
  }
  if (found) await stopOrphan(place, found, options.log);
  return startOwn(place, options);
}

async function startOwn(place: Place, options: StartOptions): Promise<EmbeddedPostgres> {
  const credentials = await claimCredentials(place);
  await ensureCluster(place, credentials, options);
  const supervisor = await supervise(place, credentials.port, options);
  try {
    await prepareDatabase(credentials);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return handOut(credentials, supervisor);
}

function handOut(credentials: Credentials, supervisor: Supervisor): EmbeddedPostgres {
  return {
    superuserUrl: urlFor("superuser", credentials),
    ownerUrl: urlFor("owner", credentials),
    applicationUrl: urlFor("application", credentials),
    applicationRole: roles.application,
    ...supervisor,
  };
}
