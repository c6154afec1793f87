import type { Logger } from "pino";
import type { WriteConnection } from "#kernel/database/connect";
import { type Credential, type Identity, loadIdentity, wasEnded } from "#kernel/database/identity";
import { inBureau } from "#kernel/database/in-bureau";
import { rememberLeastUsed } from "#kernel/least-used";
import { takeTurns } from "#kernel/turns";
import { gatherLastUses } from "./last-uses.ts";

/** Also how often the last use of a session or token is written down. */
const rememberedMs = 60_000;
const mostRemembered = 20_000;
/** Of a bureau's look-ups at one time, and those that wait behind them. */
const lookUps = { atOnce: 4, waiting: 200, patienceMs: 10_000 };

interface Options {
  writes: WriteConnection;
  log: Logger;
  now: () => Date;
}

/** Whether a person asks: what a screen does by itself keeps no session alive. */
interface Asking {
  isPerson: boolean;
}

interface Remembered {
  identity: Identity;
  generation: number;
  until: Date;
  lastUse: Date | null;
}

export type Identities = ReturnType<typeof rememberIdentities>;

/**
 * Who stands behind a credential, remembered for a minute, and only while we hear of changes that other processes make:
 * `forget` follows every one that bears on a bureau's accounts.
 */
export function rememberIdentities({ writes, log, now }: Options) {
  const remembered = rememberLeastUsed<Remembered>({ most: mostRemembered });
  const generations = new Map<string, number>();
  const looking = new Map<string, { generation: number; found: Promise<Remembered | null> }>();
  const takeTurn = takeTurns(lookUps);
  const uses = gatherLastUses({ writes, log });
  let isListening = false;
  let timesDeaf = 0;

  /** Another one whenever what was looked up before may no longer be so. */
  const generationOf = (bureauId: string) => timesDeaf + (generations.get(bureauId) ?? 0);

  async function load(credential: Credential, key: string): Promise<Remembered | null> {
    if (uses.has(key)) await uses.flush();
    const generation = generationOf(credential.bureauId);
    const at = now();
    const identity = await inBureau({ writes }, credential.bureauId, (sql) => loadIdentity(sql, credential, at));
    if (!identity) return null;
    const end = new Date(at.getTime() + rememberedMs);
    const { until: over } = identity.actor.known;
    const found = { identity, generation, until: over && over < end ? over : end, lastUse: identity.lastSeenAt };
    if (isListening && generationOf(credential.bureauId) === generation) remembered.set(key, found);
    return found;
  }

  /** Requests that come at one time with one credential share its look-up, unless something has changed since it began. */
  function lookUp(credential: Credential, key: string): Promise<Remembered | null> {
    const generation = generationOf(credential.bureauId);
    const known = looking.get(key);
    if (known?.generation === generation) return known.found;
    const found = takeTurn(credential.bureauId, () => load(credential, key)).finally(() => {
      if (looking.get(key)?.found === found) looking.delete(key);
    });
    looking.set(key, { generation, found });
    return found;
  }

  function recall(credential: Credential, key: string): Remembered | undefined {
    const known = remembered.get(key);
    return known && known.generation === generationOf(credential.bureauId) && known.until > now() ? known : undefined;
  }

  function used(credential: Credential, key: string, known: Remembered): Identity {
    const at = now();
    const { via } = known.identity.actor;
    const isDue = !known.lastUse || at.getTime() - known.lastUse.getTime() >= rememberedMs;
    if (isDue && (via.kind === "session" || via.kind === "token")) {
      known.lastUse = at;
      uses.add(key, { bureauId: credential.bureauId, kind: via.kind, id: via.id, at });
    }
    return known.identity;
  }

  const told = (credential: Credential, key: string, known: Remembered, { isPerson }: Asking) =>
    isPerson ? used(credential, key, known) : known.identity;

  return {
    remembered(credential: Credential, asking: Asking): Identity | null {
      const key = keyOf(credential);
      const known = recall(credential, key);
      return known ? told(credential, key, known, asking) : null;
    },
    async find(credential: Credential, asking: Asking): Promise<Identity | null> {
      const key = keyOf(credential);
      const found = recall(credential, key) ?? (await lookUp(credential, key));
      return found && told(credential, key, found, asking);
    },
    /** Whether nobody stands behind a session because somebody ended it, and not time. */
    wasEnded: (credential: Credential): Promise<boolean> =>
      takeTurn(credential.bureauId, () =>
        inBureau({ writes }, credential.bureauId, (sql) => wasEnded(sql, credential)),
      ),
    forget: (bureauId: string) => void generations.set(bureauId, (generations.get(bureauId) ?? 0) + 1),
    /** Without news from the database, nothing may be remembered. */
    listening(hears: boolean) {
      isListening = hears;
      if (!hears) timesDeaf++;
    },
    close: uses.close,
  };
}

function keyOf(credential: Credential) {
  if (credential.kind === "account") return `${credential.bureauId} ${credential.accountId}`;
  return `${credential.bureauId} ${credential.kind} ${credential.secretHash.toString("latin1")}`;
}
