import { randomBytes } from "node:crypto";
import { buildApp } from "@maple-bridge/server";
import { newId } from "@maple-bridge/server/kernel/ids";
import { hashOfSecret, newSecret, sessionText } from "@maple-bridge/server/kernel/secrets";
import { clientOf } from "../../support/client.ts";
import { testFiles } from "../../support/files.ts";
import { loadedDemo, now } from "./demo.ts";

/** A server over the demo, and who is signed in: by the name of an account of 孝义, or as in `admin@140802`. */
export async function demoServer() {
  const { url, sql } = await loadedDemo();
  const app = await buildApp({
    databaseUrl: url,
    files: await testFiles,
    sealKey: randomBytes(32),
    trusted: "any",
    now: () => now,
  });
  const signInAs = async (signIn: string) => {
    const [name = "", code = ""] = signIn.split("@");
    const [account] = await sql<{ bureauId: string; id: string }[]>`
      select a.bureau_id as "bureauId", a.id from accounts a join bureaus b on b.bureau_id = a.bureau_id where b.code = ${code} and a.name = ${name}`;
    const { bureauId, id } = account!;
    const secret = newSecret();
    await sql`insert into sessions (bureau_id, id, account_id, secret_hash, last_seen_at, expires_at)
      values (${bureauId}, ${newId()}, ${id}, ${hashOfSecret(secret)}, ${now}, ${new Date(now.getTime() + 3_600_000)})`;
    return clientOf(app, { cookie: `maple_session=${sessionText(bureauId, secret)}` });
  };
  const signIn = (name: string) => signInAs(`${name}@141181`);
  return { sql, signIn, signInAs, end: async () => void (await Promise.all([app.close(), sql.end()])) };
}
