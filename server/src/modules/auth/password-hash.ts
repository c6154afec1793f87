import { hash, verify } from "@node-rs/argon2";
import { Unavailable } from "#kernel/errors";

/** Each takes 19 MiB and about 30 ms of a core: a flood of them is turned away before it fills the memory. */
const mostAtOnce = 24;
let underWay = 0;

/** The argon2id hash of a password, in PHC form. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize("NFKC")));

let hashOfNobody: Promise<string> | undefined;

/** Takes as long where there is no hash, so that time does not tell whether there is an account. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const against = passwordHash ?? (await (hashOfNobody ??= hash("nobody's")));
  const isRight = await inTurn(() => verify(against, password.slice(0, 1_000).normalize("NFKC")));
  return isRight && passwordHash !== null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= mostAtOnce) throw new Unavailable();
  underWay++;
  try {
    return await work();
  } finally {
    underWay--;
  }
}
