import { buildApp } from "@maple-bridge/server";
import { afterEach, expect, test } from "vitest";
import { type Bureau, clock, makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { goodPassword, makeAccount, signedIn, signIn } from "./accounts.ts";

afterEach(() => {
  clock.at = null;
});

const change = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }`;
const from = (address: string, device?: string) => ({ address, device });
const lockOut = async (bureau: Bureau, name: string, address: string) => {
  for (let failure = 0; failure < 5; failure++) await signIn(bureau, name, "wrong", undefined, from(address));
};
/** Four wrong passwords, one fewer than lock, from each of thirteen networks: in rounds, so that none waits for its turn too long. */
async function triedFromEverywhere(bureau: Bureau, name: string, triedBefore = 0) {
  const told: unknown[] = [];
  for (let round = 0; round < 4; round++)
    told.push(
      ...(await Promise.all(
        Array.from({ length: 13 }, (_, network) =>
          codeOf(signIn(bureau, name, "wrong", undefined, from(`2001:db8:0:${network}::${round}`))),
        ),
      )),
    );
  expect(told.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(49 - triedBefore);
  expect(told.filter((code) => code === "RATE_LIMITED")).toHaveLength(3 + triedBefore);
}
const codeOf = async (answer: ReturnType<typeof signIn>) => (await answer).refusal?.extensions["code"] ?? "opened";

test("of sixty guesses at once of one's current password four are answered, and the right one among the others is not taken", async () => {
  const bureau = await makeBureau();
  const { client, signInName } = await signedIn(bureau);
  const guess = (currentPassword: string) =>
    client.ask(change, { input: { idempotencyKey: newKey(), currentPassword, newPassword: "Another-river-22" } });
  const wrong = Array.from({ length: 59 }, (_, index) => guess(`wrong-${index}`));
  const answers = await Promise.all([...wrong, guess(goodPassword)]);
  const told = answers.map(({ errors }) => errors?.[0]?.extensions.fields[0]?.code ?? errors?.[0]?.extensions.code);
  expect(told.filter((code) => code === "PASSWORD_WRONG").length).toBeLessThanOrEqual(4);
  expect(new Set(told)).toEqual(new Set(["PASSWORD_WRONG", "RATE_LIMITED"]));
  expect(await codeOf(signIn(bureau, signInName, "Another-river-22"))).toBe("UNAUTHENTICATED");
  expect(await codeOf(signIn(bureau, signInName, goodPassword))).toBe("opened");
});

test("a right password that is changed in vain leaves no try behind", async () => {
  const bureau = await makeBureau();
  const { client } = await signedIn(bureau);
  for (let round = 0; round < 6; round++) {
    const input = { idempotencyKey: newKey(), currentPassword: goodPassword, newPassword: "weak" };
    expect((await client.refused(change, { input })).code).toBe("INVALID");
  }
});

test("strangers lock an account for their own network, not for another one and not for a device that it knows", async () => {
  const bureau = await makeBureau();
  const { signInName, password } = await makeAccount(bureau);
  const { device } = await signIn(bureau, signInName, password, undefined, from("10.0.0.1"));
  await lockOut(bureau, signInName, "10.9.9.9");
  expect(await codeOf(signIn(bureau, signInName, password, undefined, from("10.9.9.9")))).toBe("RATE_LIMITED");
  expect(await codeOf(signIn(bureau, signInName, password, undefined, from("10.9.9.8")))).toBe("opened");
  expect(await codeOf(signIn(bureau, signInName, password, undefined, from("10.9.9.9", device)))).toBe("opened");
});

test("strangers in many networks lock an account for what it does not know, and not for a device that it knows", async () => {
  const bureau = await makeBureau();
  const { id, signInName, password } = await makeAccount(bureau);
  const { device } = await signIn(bureau, signInName, password, undefined, from("10.0.0.1"));
  await triedFromEverywhere(bureau, signInName);
  expect(await codeOf(signIn(bureau, signInName, password, undefined, from("10.0.0.2")))).toBe("RATE_LIMITED");
  const seen = await bureau.administrator.run(`query ($id: ID!) { account(id: $id) { lockedUntil } }`, { id });
  expect(seen.account.lockedUntil).toEqual(expect.any(String));
  expect(await codeOf(signIn(bureau, signInName, password, undefined, from("10.0.0.2", device)))).toBe("opened");
});

test("a device locks itself out, is no device of another account's, and a secret of somebody's own making is none", async () => {
  const bureau = await makeBureau();
  const [own, other] = [await makeAccount(bureau), await makeAccount(bureau)];
  const { device } = await signIn(bureau, own.signInName, own.password);
  for (let failure = 0; failure < 5; failure++) await signIn(bureau, own.signInName, "wrong", undefined, { device });
  expect(await codeOf(signIn(bureau, own.signInName, own.password, undefined, { device }))).toBe("RATE_LIMITED");
  expect(await codeOf(signIn(bureau, own.signInName, own.password, undefined, from("10.0.0.3")))).toBe("opened");
  await lockOut(bureau, other.signInName, "10.9.9.9");
  expect(await codeOf(signIn(bureau, other.signInName, other.password, undefined, from("10.9.9.9", device)))).toBe(
    "RATE_LIMITED",
  );
  const made = "x".repeat(43);
  const taken = await signIn(bureau, other.signInName, other.password, undefined, { device: made });
  expect(taken.device).toMatch(/^[\w-]{43}$/);
  expect(taken.device).not.toBe(made);
  const shared = await signIn(bureau, other.signInName, other.password, undefined, { device });
  expect(shared.device).toBe(device);
});

test("a name that no account has locks for the network, and in many networks for all, like one that is there", async () => {
  const bureau = await makeBureau();
  const name = `nobody@${bureau.code}`;
  await lockOut(bureau, name, "10.9.9.9");
  expect(await codeOf(signIn(bureau, name, "wrong", undefined, from("10.9.9.9")))).toBe("RATE_LIMITED");
  expect(await codeOf(signIn(bureau, name, "wrong", undefined, from("10.9.9.8")))).toBe("UNAUTHENTICATED");
  await triedFromEverywhere(bureau, name, 6);
  expect(await codeOf(signIn(bureau, name, "wrong", undefined, from("10.0.0.2")))).toBe("RATE_LIMITED");
});

test("tries that are an hour old leave nothing in the database once somebody tries again", async () => {
  const bureau = await makeBureau();
  clock.at = new Date("2027-03-01T04:00:00Z");
  for (let count = 0; count < 10; count++) await signIn(bureau, `nobody${count}@${bureau.code}`, "wrong");
  clock.at = new Date("2027-03-01T05:00:01Z");
  await signIn(bureau, `somebody@${bureau.code}`, "wrong");
  const rows = await bureau.sql((sql) => sql`select from password_tries where bureau_id = ${bureau.id}`);
  expect(rows).toHaveLength(2);
});

test("a flood of made-up names from one network keeps nobody elsewhere out, and leaves two rows in the audit log", async () => {
  const bureau = await makeBureau();
  const { applicationUrl } = await theServer();
  const app = await buildApp({ databaseUrl: applicationUrl, trusted: "any" });
  const { signInName, password } = await makeAccount(bureau);
  const flood = Array.from({ length: 60 }, (_, index) =>
    signIn({ app }, `nobody${index}@${bureau.code}`, "wrong", undefined, from("10.9.9.9")),
  );
  const honest = Array.from({ length: 25 }, (_, index) =>
    codeOf(signIn({ app }, signInName, password, undefined, from(`10.1.1.${index}`))),
  );
  expect(new Set(await Promise.all(honest))).toEqual(new Set(["opened"]));
  const refused = (await Promise.all(flood)).filter(({ refusal }) => refusal?.extensions["code"] === "UNAUTHENTICATED");
  const count = refused.length - 1;
  await app.close();
  const rows = await bureau.sql(
    (sql) =>
      sql`select after from audit_entries where bureau_id = ${bureau.id} and action = 'session.refused' order by sequence`,
  );
  expect(rows).toEqual([
    { after: { address: "10.9.9.9" } },
    { after: { address: "10.9.9.9", count, ofUnknownNames: count } },
  ]);
});

test("what is refused is told of by account, and of more networks than can be told apart together", async () => {
  const bureau = await makeBureau();
  const { applicationUrl } = await theServer();
  const app = await buildApp({ databaseUrl: applicationUrl, trusted: "any" });
  const [one, other] = [await makeAccount(bureau), await makeAccount(bureau)];
  for (const { signInName } of [one, other, other])
    await signIn({ app }, signInName, "wrong", undefined, from("10.9.9.9"));
  for (let network = 0; network < 25; network++)
    await signIn({ app }, `nobody@${bureau.code}`, "wrong", undefined, from(`10.8.8.${network}`));
  await app.close();
  const rows = await bureau.sql(
    (sql) =>
      sql`select after, entity_type, actor_name from audit_entries where bureau_id = ${bureau.id} and action = 'session.refused' order by sequence`,
  );
  expect(rows[0]).toEqual({ after: { address: "10.9.9.9" }, entityType: "Account", actorName: one.name });
  expect(rows).toContainEqual({
    after: { address: "10.9.9.9", count: 2, accounts: [{ name: other.name, count: 2 }] },
    entityType: "Account",
    actorName: other.name,
  });
  expect(rows).toHaveLength(1 + 19 + 1 + 1 + 1);
  expect(rows.at(-1)).toMatchObject({ after: { address: "*", count: 5, ofUnknownNames: 5 }, entityType: "Bureau" });
});
