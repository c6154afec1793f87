import { inBureau } from "#kernel/database/in-bureau";
import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { type AccountRow, lockAccount, writeLockOut, writePassword } from "./account.store.ts";
import type { ChangePasswordInput } from "./auth.inputs.ts";
import { authorizeInPerson } from "./authorize-account.ts";
import { hashPassword, isPassword } from "./password-hash.ts";
import { passwordFaults } from "./password.rules.ts";
import { assertNotLocked, recordFailure } from "./record-failure.ts";
import { endSessions } from "./session.store.ts";

/** The transaction of a wrong password is undone; its failure is counted in one of its own. */
class WrongPassword extends Invalid {
  constructor() {
    super([{ path: ["input", "currentPassword"], code: "PASSWORD_WRONG" }]);
  }
}

/** Changes one's own password, and ends one's other sessions. Only the key is kept: no hash of a password but argon2's. */
export async function changePassword(ctx: Context, input: ChangePasswordInput) {
  const { idempotencyKey } = input;
  try {
    return await inTransaction(ctx, "changePassword", { idempotencyKey }, (tx) => change(tx, input), {
      beforePasswordChange: true,
    });
  } catch (error) {
    if (error instanceof WrongPassword) await countFailure(ctx);
    throw error;
  }
}

async function change(tx: Transaction, { currentPassword, newPassword }: ChangePasswordInput) {
  authorizeInPerson(tx.actor);
  const account = await lockAccount(tx, tx.actor.accountId);
  assertNotLocked(account, tx.now);
  if (!(await isPassword(currentPassword, account.passwordHash))) throw new WrongPassword();
  await assertNewPassword(account, newPassword);
  await writePassword(tx, account.id, await hashPassword(newPassword), false);
  const ended = await endSessions(tx, account.id, tx.actor.via.id);
  await record(tx, {
    action: "account.changePassword",
    entity: { type: "Account", id: account.id },
    after: { sessionsEnded: ended },
  });
  return { id: account.id };
}

async function assertNewPassword({ name, passwordHash }: AccountRow, newPassword: string) {
  const path = ["input", "newPassword"];
  assertValid(passwordFaults(path, newPassword, name));
  assertValid((await isPassword(newPassword, passwordHash)) ? [{ path, code: "PASSWORD_UNCHANGED" }] : []);
}

async function countFailure(ctx: Context) {
  const { bureauId, accountId } = ctx.actor!;
  await inBureau(ctx.database, bureauId, async (sql) => {
    const tx: Transaction = { sql, bureauId, actor: ctx.actor!, now: ctx.now(), ctx, deeds: [] };
    const account = await lockAccount(tx, accountId);
    await writeLockOut(tx, accountId, await recordFailure(tx, accountId, account));
  });
}
