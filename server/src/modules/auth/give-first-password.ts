import type { Transaction } from "#kernel/command";
import type { Deed } from "#kernel/record";
import { writePassword } from "./account.store.ts";
import { newFirstPassword } from "./first-password.ts";
import { hashPassword } from "./password-hash.ts";
import { endSessions } from "./session.store.ts";

/** A new first password in place of the one the account had; its sessions end and its lock opens. */
export async function giveFirstPassword(tx: Transaction, id: string): Promise<{ password: string; deed: Deed }> {
  const password = newFirstPassword();
  await writePassword(tx, id, await hashPassword(password), true);
  const sessionsEnded = await endSessions(tx, id);
  return {
    password,
    deed: { action: "account.resetPassword", entity: { type: "Account", id }, after: { sessionsEnded } },
  };
}
