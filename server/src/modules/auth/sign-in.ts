import { inBureau } from "#kernel/database/in-bureau";
import type { Sql, Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type Identity, loadIdentity } from "#kernel/database/identity";
import { Invalid, Unauthenticated } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { hashOfSecret, newSecret, sessionText } from "#kernel/secrets";
import { type AccountRow, findAccount, lockAccount, writeLockOut } from "./account.store.ts";
import type { SignInInput } from "./auth.inputs.ts";
import { findBureau } from "./bureau.store.ts";
import { isLocked, type LockOut, unlocked } from "./lock-out.rules.ts";
import { idOfNobody, lockOutOfNobody } from "./lock-out.store.ts";
import { isPassword } from "./password-hash.ts";
import { assertNotLocked, recordFailure } from "./record-failure.ts";
import { claimSignIn, endSessionRow, insertSession } from "./session.store.ts";
import { readSignInName } from "./sign-in-name.ts";
import { strangersTransaction } from "./stranger.ts";

type Outcome = { state: LockOut } | { opened: Opened };

interface Opened {
  identity: Identity;
  secret: string;
  expiresAt: Date;
}

/**
 * Opens a session, and gives the context of who has signed in. A name that no account has takes the same steps and locks
 * the same way as one that is there, so that neither message nor time tells them apart.
 */
export async function signIn(ctx: Context, { name, password, idempotencyKey }: SignInInput): Promise<Context> {
  const key = checkKey(idempotencyKey);
  const claimed = readSignInName(name);
  const bureauId = claimed && (await findBureau(ctx.database, claimed.bureauCode));
  if (!claimed || !bureauId) return refuseAfter(isPassword(password, null));
  const seen = await inBureau(ctx.database, bureauId, (sql) => look(ctx, sql, bureauId, claimed.account));
  assertNotLocked(seen, ctx.now());
  const isRight = await isPassword(password, seen.account?.passwordHash ?? null);
  const deeds: Transaction["deeds"] = [];
  const outcome = await inBureau(ctx.database, bureauId, async (sql): Promise<Outcome> => {
    const tx = { ...strangersTransaction(ctx, sql, bureauId, seen.account?.name ?? "?"), deeds };
    if (!seen.account) return { state: await failAsNobody(tx, idOfNobody(bureauId, claimed.account)) };
    const account = await lockAccount(tx, seen.account.id);
    if (isLocked(account, tx.now)) return { state: account };
    if (!isRight || account.disabledAt || account.passwordHash !== seen.account.passwordHash)
      return { state: await fail(tx, account) };
    return { opened: await open(tx, account, key) };
  });
  if ("state" in outcome) {
    if (deeds.length > 0 && isLocked(outcome.state, ctx.now())) ctx.announce(bureauId, deeds);
    return refuse(ctx, outcome.state);
  }
  const { identity, secret, expiresAt } = outcome.opened;
  ctx.announce(bureauId, deeds);
  ctx.http.setSession(sessionText(bureauId, secret), expiresAt);
  return { ...ctx, actor: identity.actor, credential: { kind: "session", bureauId, secretHash: hashOfSecret(secret) } };
}

async function look(
  ctx: Context,
  sql: Sql,
  bureauId: string,
  name: string,
): Promise<LockOut & { account?: AccountRow }> {
  const tx = strangersTransaction(ctx, sql, bureauId, name);
  const account = await findAccount(tx, name);
  const nobody = await lockOutOfNobody(tx, idOfNobody(bureauId, name));
  return account ? { ...account, account } : nobody;
}

async function fail(tx: Transaction, account: AccountRow): Promise<LockOut> {
  const next = await recordFailure(tx, account.id, account);
  await writeLockOut(tx, account.id, next);
  return next;
}

async function failAsNobody(tx: Transaction, id: string): Promise<LockOut> {
  const state = await lockOutOfNobody(tx, id);
  return isLocked(state, tx.now) ? state : recordFailure(tx, id, state);
}

async function open(tx: Transaction, account: AccountRow, key: string | undefined): Promise<Opened> {
  const [id, secret] = [newId(), newSecret()];
  const { address, userAgent } = tx.ctx.http;
  if (account.failedAttempts > 0 || account.lockedUntil) await writeLockOut(tx, account.id, unlocked);
  const expiresAt = await insertSession(tx, {
    id,
    accountId: account.id,
    secretHash: hashOfSecret(secret),
    userAgent,
    address,
  });
  const replaced = key && (await claimSignIn(tx, account.id, key, id));
  if (replaced) await endSessionRow(tx, replaced);
  const identity = await loadIdentity(
    tx.sql,
    { kind: "session", bureauId: tx.bureauId, secretHash: hashOfSecret(secret) },
    tx.now,
  );
  if (!identity) throw new Unauthenticated();
  await record(
    { ...tx, actor: identity.actor },
    { action: "session.signIn", entity: { type: "Session", id }, after: { address, userAgent } },
  );
  return { identity, secret, expiresAt };
}

async function refuseAfter(work: Promise<unknown>): Promise<never> {
  await work;
  throw new Unauthenticated([], "SIGN_IN_REFUSED");
}

function refuse(ctx: Context, state: LockOut): never {
  assertNotLocked(state, ctx.now());
  throw new Unauthenticated([], "SIGN_IN_REFUSED");
}

function checkKey(key: string | undefined): string | undefined {
  if (key !== undefined && key !== null && (key.length < 8 || key.length > 100))
    throw new Invalid([{ path: ["input", "idempotencyKey"], code: "KEY_SHAPE" }]);
  return key ?? undefined;
}
