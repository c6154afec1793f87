import type { GraphQLSchema } from "graphql";
import type { Context } from "../context.ts";
import { type Credential, loadIdentity } from "../database/identity.ts";
import { inBureau } from "../database/in-bureau.ts";
import { newId } from "../ids.ts";
import type { Claimed } from "./fair-fetch.ts";
import type { JobContext } from "./job.ts";

/** What a worker has of the server it is part of. */
export type Place = Pick<Context, "database" | "files" | "sealKey" | "log" | "now" | "announce"> & {
  schema: GraphQLSchema;
};

/** For the account that asked, with the roles it has now; without one where it can no longer act, or where nobody asked. */
export async function jobContext(place: Place, claimed: Claimed, signal: AbortSignal): Promise<JobContext> {
  const { database, now } = place;
  const { name, id, data } = claimed;
  const { bureauId, accountId, requestId } = data;
  const credential: Credential | null =
    accountId === undefined ? null : { kind: "account", bureauId, accountId, via: { kind: "job", id } };
  const identity = credential && (await inBureau(database, bureauId, (sql) => loadIdentity(sql, credential, now())));
  return {
    ...place,
    log: place.log.child({ job: name, jobId: id, bureauId }),
    requestId: requestId ?? `job-${newId()}`,
    locale: "zh-CN",
    actor: identity?.actor ?? null,
    credential: identity ? credential : null,
    signal,
    http: { address: "", userAgent: name, device: null, setSession: refuseBrowser, setDevice: refuseBrowser },
    bureauId,
    ids: data,
    source: sourceOf(claimed),
    inBureau: (work) => inBureau(database, bureauId, work),
  };
}

const sourceOf = ({ sourceName, sourceId, sourceOutput }: Claimed) =>
  sourceName === null || sourceId === null
    ? null
    : { job: sourceName, id: sourceId, code: (sourceOutput as { code?: string } | null)?.code ?? "SILENT" };

function refuseBrowser(): never {
  throw new Error("A job has no browser to sign in.");
}
