import { inBureau } from "#kernel/database/in-bureau";
import type { Logger } from "pino";
import type { Credential, Identity } from "#kernel/database/identity";
import { loadIdentity } from "#kernel/database/identity";
import type { WriteConnection } from "#kernel/database/connect";

/** Also how often a session's last use is written down. */
const rememberedMs = 60_000;
const mostRemembered = 20_000;

interface Options {
  writes: WriteConnection;
  log: Logger;
  now: () => Date;
}

type Remembered = Identity & { bureauId: string; until: Date };
export type Identities = ReturnType<typeof rememberIdentities>;

/**
 * Who stands behind a credential, remembered for a minute, and only while we hear of changes that other processes make:
 * `forget` follows every one that bears on a bureau's accounts.
 */
export function rememberIdentities({ writes, log, now }: Options) {
  const remembered = new Map<string, Remembered>();
  const generations = new Map<string, number>();
  let isListening = false;

  async function load(credential: Credential, key: string): Promise<Identity | null> {
    const generation = generations.get(credential.bureauId);
    const at = now();
    const identity = await inBureau({ writes }, credential.bureauId, (sql) => loadIdentity(sql, credential, at));
    if (!identity) return null;
    if (isListening && generations.get(credential.bureauId) === generation)
      keep(key, credential.bureauId, identity, at);
    if (!identity.lastSeenAt || at.getTime() - identity.lastSeenAt.getTime() >= rememberedMs)
      touch(credential, identity, at);
    return identity;
  }

  function keep(key: string, bureauId: string, identity: Identity, at: Date) {
    if (remembered.size >= mostRemembered) remembered.clear();
    const end = new Date(at.getTime() + rememberedMs);
    const { until: over } = identity.actor.known;
    const until = over && over < end ? over : end;
    remembered.set(key, { ...identity, bureauId, until });
  }

  function touch(credential: Credential, { actor }: Identity, at: Date) {
    const { bureauId } = credential;
    const written = inBureau({ writes }, bureauId, async (sql) =>
      credential.kind === "token"
        ? sql`update api_tokens set last_used_at = ${at} where bureau_id = ${bureauId} and id = ${actor.via.id}`
        : sql`update sessions set last_seen_at = ${at} where bureau_id = ${bureauId} and id = ${actor.via.id} and last_seen_at < ${at}`,
    );
    written.catch((error: unknown) => log.warn({ err: error }, "a session's last use was not written"));
  }

  function forget(bureauId: string) {
    generations.set(bureauId, (generations.get(bureauId) ?? 0) + 1);
    for (const [key, each] of remembered) if (each.bureauId === bureauId) remembered.delete(key);
  }

  function recall(key: string): Identity | null {
    const known = remembered.get(key);
    return known && known.until > now() ? known : null;
  }

  return {
    remembered: (credential: Credential) => recall(keyOf(credential)),
    async find(credential: Credential): Promise<Identity | null> {
      const key = keyOf(credential);
      return recall(key) ?? load(credential, key);
    },
    forget,
    /** Without news from the database, nothing may be remembered. */
    listening(hears: boolean) {
      isListening = hears;
      if (!hears) remembered.clear();
    },
  };
}

function keyOf(credential: Credential) {
  if (credential.kind === "account") return `${credential.bureauId} ${credential.accountId}`;
  return `${credential.bureauId} ${credential.kind} ${credential.secretHash.toString("latin1")}`;
}
