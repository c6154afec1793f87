import type { Transaction } from "#kernel/command";
import type { Deed } from "#kernel/record";
import { writeAccount } from "./account.store.ts";
import { forgetDevices } from "./known-device.store.ts";
import { forgetTries } from "./lock-out.store.ts";
import { newFirstPassword } from "./first-password.ts";
import { hashPassword } from "./password-hash.ts";
import { endSessions } from "./session.store.ts";

/** A new first password in place of the one the account had; its sessions end, its devices are strangers, its lock opens. */
export async function giveFirstPassword(tx: Transaction, id: string): Promise<{ password: string; deed: Deed }> {
  const password = newFirstPassword();
  const passwordHash = await hashPassword(password, { kind: "account", name: tx.actor.accountId });
  await writeAccount(tx, id, { passwordHash, mustChangePassword: true });
  await forgetTries(tx, id);
  await forgetDevices(tx, id);
  const sessionsEnded = await endSessions(tx, id);
  return {
    password,
    deed: { action: "account.resetPassword", entity: { type: "Account", id }, after: { sessionsEnded } },
  };
}
