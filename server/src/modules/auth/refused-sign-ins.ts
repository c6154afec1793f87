import type { Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { Database } from "#kernel/database/database";
import { inBureau } from "#kernel/database/in-bureau";
import { type Deed, record } from "#kernel/record";
import {
  nothingRefused,
  onlyAccountOf,
  type RefusedTry,
  type Sum,
  sumOfBoth,
  tellOf,
  withRefused,
} from "./refused.rules.ts";
import { strangersTransaction } from "./stranger.ts";

const windowMs = 60_000;
/** Of more networks that are refused at one time, the others are told of together. */
const mostPlaces = 20;
const allOthers = "*";

/** Refused tries of one network, or of one account that is signed in. */
interface Place {
  bureauId: string;
  name: string;
  /** Of the newest of them. */
  ctx: Context;
  sum: Sum;
  isLockTold: boolean;
  timer: NodeJS.Timeout;
}

const placesOf = new WeakMap<Database, Map<string, Place>>();

interface Refused extends RefusedTry {
  network: string;
}

/**
 * Audits a try that was not let through: the first one of its place at once, the rest of a minute in one row at the minute's
 * end, and once in a minute at once when one locks. The same whether there is an account of the name or not.
 */
export async function countRefused(ctx: Context, bureauId: string, { network, ...refused }: Refused): Promise<void> {
  const { place, isNew } = placeFor(ctx, bureauId, ctx.actor ? `account ${ctx.actor.accountId}` : network);
  place.ctx = ctx;
  place.sum = withRefused(place.sum, refused);
  const isToldOfLock = refused.lockedUntil !== null && !place.isLockTold;
  place.isLockTold ||= isToldOfLock;
  if (isNew || isToldOfLock) await write(place);
}

/** Writes what is not told of yet: the server stops. */
export async function tellRefused(database: Database): Promise<void> {
  const places = [...(placesOf.get(database)?.values() ?? [])];
  placesOf.delete(database);
  for (const place of places) {
    clearTimeout(place.timer);
    if (place.sum.count > 0) await write(place);
  }
}

function placeFor(ctx: Context, bureauId: string, name: string): { place: Place; isNew: boolean } {
  const places = placesOf.get(ctx.database) ?? new Map<string, Place>();
  placesOf.set(ctx.database, places);
  const found = places.get(`${bureauId} ${name}`);
  if (found) return { place: found, isNew: false };
  const ofBureau = [...places.values()].filter((place) => place.bureauId === bureauId);
  if (ofBureau.length >= mostPlaces && name !== allOthers) return placeFor(ctx, bureauId, allOthers);
  const key = `${bureauId} ${name}`;
  const timer = setTimeout(() => void endMinute(places, key), windowMs).unref();
  const place = { bureauId, name, ctx, sum: nothingRefused, isLockTold: false, timer };
  places.set(key, place);
  return { place, isNew: true };
}

async function endMinute(places: Map<string, Place>, key: string) {
  const place = places.get(key);
  if (!place) return;
  if (place.sum.count === 0) return void places.delete(key);
  place.isLockTold = false;
  place.timer = setTimeout(() => void endMinute(places, key), windowMs).unref();
  await write(place);
}

/** What cannot be written is kept for the minute's end. */
async function write(place: Place) {
  const { bureauId, ctx, sum } = place;
  place.sum = nothingRefused;
  try {
    const deeds: Deed[] = [];
    await inBureau(ctx.database, bureauId, async (sql) => {
      const tx = { ...refusersTransaction(place, sql, sum), deeds };
      await record(tx, ...deedsOf(place, sum));
    });
    if (sum.locks.length > 0) ctx.announce(bureauId, deeds);
  } catch (error) {
    ctx.log.warn({ err: error, bureauId, count: sum.count }, "refused sign-ins were not written");
    place.sum = sumOfBoth(sum, place.sum);
  }
}

function refusersTransaction({ ctx, bureauId }: Place, sql: Transaction["sql"], sum: Sum): Transaction {
  const tx = strangersTransaction(ctx, sql, bureauId, onlyAccountOf(sum)?.name ?? "?");
  return ctx.actor ? { ...tx, actor: ctx.actor } : tx;
}

function deedsOf({ bureauId, name, ctx }: Place, sum: Sum): Deed[] {
  const account = onlyAccountOf(sum);
  const address = ctx.actor ? ctx.http.address : name;
  const entity = account ? { type: "Account", id: account.id } : { type: "Bureau", id: bureauId };
  const locks = sum.locks.map(({ id, lockedUntil }) => ({
    action: "account.lock",
    entity: { type: "Account", id },
    after: { address, lockedUntil },
  }));
  return [{ action: "session.refused", entity, after: tellOf(sum, address) }, ...locks];
}
