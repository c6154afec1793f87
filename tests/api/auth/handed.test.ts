import { buildApp } from "@maple-bridge/server";
import { createBureau } from "@maple-bridge/server/operator/create-bureau";
import postgres from "postgres";
import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { clientOf, newKey } from "../../support/client.ts";
import { freshDatabase } from "../../support/database.ts";
import { goodPassword, makeAccount, signIn } from "./accounts.ts";

const createToken = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret apiToken { id } } }`;
const create = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { secret: firstPassword account { signInName } } }`;
const reset = `mutation ($input: AccountCommandInput!) { resetPassword(input: $input) { secret: firstPassword account { signInName } } }`;

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const opens = async (bureau: Bureau, signInName: string, password: string) =>
  (await signIn(bureau, signInName, password)).client !== undefined;

type Payload = { secret: string | null; account?: { signInName: string } };

/** Every command that hands out a secret: what it is asked, and whether what it told is true. */
const commands: [
  string,
  string,
  (bureau: Bureau) => Promise<object>,
  (b: Bureau, told: Payload) => Promise<boolean>,
][] = [
  [
    "createApiToken",
    createToken,
    async () => ({ name: "x", scope: "READ", expiresAt: inAnHour() }),
    async ({ app }, { secret }) =>
      !(await clientOf(app, { authorization: `Bearer ${secret}` }).ask(`{ viewer { id } }`)).errors,
  ],
  [
    "createAccount",
    create,
    async ({ rootId }) => ({ name: "lisi", displayName: "李测试", roles: [{ role: "MEMBER", unitId: rootId }] }),
    (bureau, { secret, account }) => opens(bureau, account!.signInName, secret!),
  ],
  [
    "resetPassword",
    reset,
    async (bureau) => ({ id: (await makeAccount(bureau)).id }),
    (bureau, { secret, account }) => opens(bureau, account!.signInName, secret!),
  ],
];

test.each(commands)(
  "of thirty calls of %s at once with one key, those that are told a secret are told the one that works",
  async (name, document, inputOf, isTrue) => {
    const bureau = await makeBureau();
    const input = { idempotencyKey: newKey(), ...(await inputOf(bureau)) };
    const answers = await Promise.all(Array.from({ length: 30 }, () => bureau.administrator.run(document, { input })));
    const told = answers.map((answer) => answer[name] as Payload).filter(({ secret }) => secret !== null);
    expect(told).toHaveLength(1);
    expect(await isTrue(bureau, told[0]!)).toBe(true);
  },
);

test("a secret that is committed is told though the rest of the payload cannot be read", async () => {
  const { applicationUrl, superuserUrl, applicationRole } = await freshDatabase();
  const app = await buildApp({ databaseUrl: applicationUrl, trusted: "any" });
  const superuser = postgres(superuserUrl, { max: 1 });
  try {
    const bureau = await createBureau(app.database, { code: "410481", name: "测试公安局" });
    const first = (await signIn({ app }, bureau.signInName, bureau.firstPassword)).client!;
    const input = { idempotencyKey: newKey(), currentPassword: bureau.firstPassword, newPassword: goodPassword };
    await first.run(`mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }`, { input });
    await superuser`revoke select on api_tokens from ${superuser(applicationRole)}`;
    const asked = { idempotencyKey: newKey(), name: "x", scope: "READ", expiresAt: inAnHour() };
    const { data, errors } = await first.ask(createToken, { input: asked });
    expect(errors).toMatchObject([{ path: ["createApiToken", "apiToken"], extensions: { code: "INTERNAL" } }]);
    expect(data).toEqual({ createApiToken: { secret: expect.stringMatching(/^mb_/), apiToken: null } });
    await superuser`grant select on api_tokens to ${superuser(applicationRole)}`;
    const { createApiToken: told } = data as { createApiToken: { secret: string } };
    await clientOf(app, { authorization: `Bearer ${told.secret}` }).run(`{ viewer { id } }`);
  } finally {
    await superuser.end();
    await app.close();
  }
});
