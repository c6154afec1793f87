import { hash, verify } from "@node-rs/argon2";
import { shareTurns, type Taker } from "./turns.ts";

/** Each takes 19 MiB and about 30 ms of a core. */
export const takeTurn = shareTurns({
  most: 8,
  mostOfOne: 4,
  mostWaitingOfOne: 64,
  mostWaiting: 1_000,
  longestWaitMs: 10_000,
});

/** The argon2id hash of a password, in PHC form. */
export const hashPassword = (password: string, taker: Taker = operator): Promise<string> =>
  takeTurn(taker, () => hash(password.normalize("NFKC")));

const operator: Taker = { kind: "account", name: "operator" };

let hashOfNobody: Promise<string> | undefined;

/**
 * Within a turn, and after the try was claimed: by `tryPassword` alone. Takes as long where there is no hash, so that time
 * does not tell whether there is an account.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const against = passwordHash ?? (await (hashOfNobody ??= hash("nobody's")));
  const isRight = await verify(against, password.slice(0, 1_000).normalize("NFKC"));
  return isRight && passwordHash !== null;
}
