import type { Sql, Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type Identity, loadIdentity } from "#kernel/database/identity";
import { Invalid, Unauthenticated } from "#kernel/errors";
import { networkOf } from "#kernel/network";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { hashOfSecret, newSecret, sessionText } from "#kernel/secrets";
import { type AccountRow, findAccount, lockToSignIn } from "./account.store.ts";
import type { SignInInput } from "./auth.inputs.ts";
import { findBureau } from "./bureau.store.ts";
import { findDevice, isDevice, keepDevice } from "./known-device.store.ts";
import { fromDevice, fromStranger } from "./lock-out.rules.ts";
import { idOfNobody } from "./lock-out.store.ts";
import { lookAtNothing, NotLetThrough, type Target, tryPassword } from "./password-try.ts";
import { countRefused } from "./refused-sign-ins.ts";
import { claimSignIn, endSessionRow, insertSession } from "./session.store.ts";
import { readSignInName } from "./sign-in-name.ts";
import { strangersTransaction } from "./stranger.ts";
import type { Taker } from "./turns.ts";

interface Found extends Target {
  account?: AccountRow;
}

interface Opened {
  identity: Identity;
  secret: string;
  expiresAt: Date;
  device: string;
}

/**
 * Opens a session, and gives the context of who has signed in. A name that no account has takes the same steps and locks
 * the same way as one that is there, so that neither message nor time tells them apart.
 */
export async function signIn(ctx: Context, { name, password, idempotencyKey }: SignInInput): Promise<Context> {
  const key = checkKey(idempotencyKey);
  const claimed = readSignInName(name);
  const bureauId = claimed && (await findBureau(ctx.database, claimed.bureauCode));
  const taker: Taker = { kind: "stranger", name: networkOf(ctx.http.address) };
  if (!claimed || !bureauId) {
    await lookAtNothing(taker, password);
    throw refused();
  }
  const deeds: Transaction["deeds"] = [];
  const { identity, secret, expiresAt, device } = await tryPassword<Found, Opened>(ctx, {
    bureauId,
    taker,
    password,
    transaction: (sql) => ({ ...strangersTransaction(ctx, sql, bureauId, claimed.account), deeds }),
    find: (tx) => find(tx, claimed.account),
    onRight: (tx, { account }) => open(tx, account!, key),
    wrong: refused,
    onRefused: ({ account }, { lockedUntil, isTooLate }) =>
      countRefused(ctx, bureauId, { network: taker.name, account, lockedUntil: isTooLate ? null : lockedUntil }),
  });
  ctx.announce(bureauId, deeds);
  ctx.http.setSession(sessionText(bureauId, secret), expiresAt);
  ctx.http.setDevice(device);
  return { ...ctx, actor: identity.actor, credential: { kind: "session", bureauId, secretHash: hashOfSecret(secret) } };
}

const refused = () => new Unauthenticated([], "SIGN_IN_REFUSED");

async function find(tx: Transaction, name: string): Promise<Found> {
  const { address, device: secret } = tx.ctx.http;
  const account = await findAccount(tx, name);
  const subjectId = account?.id ?? idOfNobody(tx.bureauId, name);
  const device = await findDevice(tx, subjectId, secret);
  const sources = device ? fromDevice(device) : fromStranger(networkOf(address));
  return { account, subjectId, passwordHash: account?.passwordHash ?? null, sources };
}

async function open(tx: Transaction, seen: AccountRow, key: string | undefined): Promise<Opened> {
  const account = await lockToSignIn(tx, seen.id);
  if (account.disabledAt || account.passwordHash !== seen.passwordHash) throw new NotLetThrough();
  const [id, secret] = [newId(), newSecret()];
  const { address, userAgent } = tx.ctx.http;
  const secretHash = hashOfSecret(secret);
  const expiresAt = await insertSession(tx, { id, accountId: account.id, secretHash, userAgent, address });
  const replaced = key && (await claimSignIn(tx, account.id, key, id));
  if (replaced) await endSessionRow(tx, replaced);
  const device = await knownFromNowOn(tx, account.id);
  const identity = await identityOf(tx.sql, tx, secretHash);
  await record(
    { ...tx, actor: identity.actor },
    { action: "session.signIn", entity: { type: "Session", id }, after: { address, userAgent } },
  );
  return { identity, secret, expiresAt, device };
}

/** The secret of the browser's device: it keeps the one it has, where that is of our making. */
async function knownFromNowOn(tx: Transaction, accountId: string): Promise<string> {
  const { device: held } = tx.ctx.http;
  const device = held !== null && (await isDevice(tx, held)) ? held : newSecret();
  await keepDevice(tx, accountId, device);
  return device;
}

async function identityOf(sql: Sql, { bureauId, now }: Transaction, secretHash: Buffer): Promise<Identity> {
  const identity = await loadIdentity(sql, { kind: "session", bureauId, secretHash }, now);
  if (!identity) throw new Unauthenticated();
  return identity;
}

function checkKey(key: string | undefined): string | undefined {
  if (key !== undefined && key !== null && (key.length < 8 || key.length > 100))
    throw new Invalid([{ path: ["input", "idempotencyKey"], code: "KEY_SHAPE" }]);
  return key ?? undefined;
}
