import type { Database } from "../kernel/database/database.ts";
import { NotFound } from "../kernel/errors.ts";
import { record } from "../kernel/record.ts";
import { findAccount, findBureau, giveFirstPassword, readSignInName } from "../modules/auth/index.ts";
import { asOperator } from "./as-operator.ts";
import "./operator.messages.ts";

/** A new first password for `admin@410481`; its sessions end, its lock opens. */
export async function resetPasswordOf(database: Database, signInName: string): Promise<string> {
  const named = readSignInName(signInName);
  const bureauId = named && (await findBureau(database, named.bureauCode));
  if (!named || !bureauId) throw absent(signInName);
  return asOperator(database, bureauId, async (tx) => {
    const account = await findAccount(tx, named.account);
    if (!account) throw absent(signInName);
    const { password, deed } = await giveFirstPassword(tx, account.id);
    await record(tx, deed);
    return password;
  });
}

const absent = (name: string) => new NotFound([{ path: ["name"], code: "NO_SUCH_ACCOUNT", params: { name } }]);
