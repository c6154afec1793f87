import { inTransaction, type Transaction } from "#kernel/command";
import { actorOf, type Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { type AccountRow, lockAccount, readAccount, writeAccount } from "./account.store.ts";
import type { ChangePasswordInput } from "./auth.inputs.ts";
import { authorizeInPerson } from "./authorize-account.ts";
import { isDoneUnder } from "./done-before.store.ts";
import { fromWithin } from "./lock-out.rules.ts";
import { hashPassword } from "./password-hash.ts";
import { passwordFaults } from "./password.rules.ts";
import { type Target, tryPassword } from "./password-try.ts";
import { countRefused } from "./refused-sign-ins.ts";
import { endSessions } from "./session.store.ts";
import type { Taker } from "./turns.ts";

interface Proven extends Target {
  account: AccountRow;
}

/** Changes one's own password, and ends one's other sessions. Only the key is kept: no hash of a password but argon2's. */
export async function changePassword(ctx: Context, { idempotencyKey, ...passwords }: ChangePasswordInput) {
  const keyed = { idempotencyKey };
  const isRepeat = await isDoneUnder(ctx, "changePassword", keyed);
  const proven = isRepeat ? undefined : await prove(ctx, passwords);
  return inTransaction(ctx, "changePassword", keyed, (tx) => change(tx, proven), { beforePasswordChange: true });
}

interface Change {
  before: string;
  after: string;
}

/** The current password is tried before the command's transaction, so that its try counts whatever becomes of that. */
async function prove(ctx: Context, { currentPassword, newPassword }: Omit<ChangePasswordInput, "idempotencyKey">) {
  const actor = actorOf(ctx);
  authorizeInPerson(actor);
  const { bureauId, accountId } = actor;
  const taker: Taker = { kind: "account", name: accountId };
  const account = await tryPassword<Proven, AccountRow>(ctx, {
    bureauId,
    taker,
    password: currentPassword,
    transaction: (sql) => ({ sql, bureauId, actor, now: ctx.now(), ctx, deeds: [] }),
    async find(tx) {
      const account = await readAccount(tx, accountId);
      return { account, subjectId: accountId, passwordHash: account.passwordHash, sources: fromWithin };
    },
    onRight: async (_tx, { account }) => account,
    wrong: wrongPassword,
    onRefused: ({ account }, { lockedUntil, isTooLate }) =>
      countRefused(ctx, bureauId, { network: ctx.http.address, account, lockedUntil: isTooLate ? null : lockedUntil }),
  });
  assertNewPassword(account.name, currentPassword, newPassword);
  return { before: account.passwordHash, after: await hashPassword(newPassword, taker) };
}

async function change(tx: Transaction, proven: Change | undefined) {
  authorizeInPerson(tx.actor);
  const account = await lockAccount(tx, tx.actor.accountId);
  if (proven?.before !== account.passwordHash) throw wrongPassword();
  await writeAccount(tx, account.id, { passwordHash: proven.after, mustChangePassword: false });
  const ended = await endSessions(tx, account.id, tx.actor.via.id);
  await record(tx, {
    action: "account.changePassword",
    entity: { type: "Account", id: account.id },
    after: { sessionsEnded: ended },
  });
  return { id: account.id };
}

const wrongPassword = () => new Invalid([{ path: ["input", "currentPassword"], code: "PASSWORD_WRONG" }]);

function assertNewPassword(name: string, currentPassword: string, newPassword: string) {
  const path = ["input", "newPassword"];
  assertValid(passwordFaults(path, newPassword, name));
  const isSame = newPassword.normalize("NFKC") === currentPassword.slice(0, 1_000).normalize("NFKC");
  assertValid(isSame ? [{ path, code: "PASSWORD_UNCHANGED" }] : []);
}
