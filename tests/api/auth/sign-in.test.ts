import { afterEach, expect, test } from "vitest";
import { clock, makeBureau } from "../../support/bureau.ts";
import { auditOf, makeAccount, signIn, signedIn } from "./accounts.ts";

afterEach(() => {
  clock.at = null;
});

const viewer = `{ viewer { id name displayName mustChangePassword roles { role unitName isBureauWide } viewerMay account { signInName sessions { isCurrent isLive } } } }`;

test("name and first password open a session that may look at its viewer and change the password, nothing else", async () => {
  const bureau = await makeBureau();
  const account = await makeAccount(bureau, "STATION_CHIEF");
  const { answer, cookie, client } = await signIn(bureau, account.signInName, account.password);
  expect(answer.data?.signIn).toEqual({ id: account.id, name: account.signInName, mustChangePassword: true });
  expect(cookie).toMatch(/^maple_session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax/);
  const seen = await client!.run(viewer);
  expect(seen.viewer).toEqual({
    id: account.id,
    name: account.signInName,
    displayName: "王测试",
    mustChangePassword: true,
    roles: [{ role: "STATION_CHIEF", unitName: "测试公安局", isBureauWide: true }],
    viewerMay: [],
    account: { signInName: account.signInName, sessions: [{ isCurrent: true, isLive: true }] },
  });
  expect((await client!.refused(`{ accounts { totalCount } }`)).code).toBe("PASSWORD_CHANGE_REQUIRED");
});

test("the name may be written with full-width letters, capitals and blanks around it", async () => {
  const bureau = await makeBureau();
  const { name, password } = await makeAccount(bureau);
  expect((await signIn(bureau, ` ${name.toUpperCase()}＠${bureau.code} `, password)).client).toBeDefined();
});

test("a wrong password, an absent account, a disabled one, an absent bureau and what is no name look the same", async () => {
  const bureau = await makeBureau();
  const account = await makeAccount(bureau);
  const disabled = await makeAccount(bureau);
  await bureau.sql(
    (sql) => sql`update accounts set disabled_at = now() where bureau_id = ${bureau.id} and id = ${disabled.id}`,
  );
  const names = [account.signInName, `nobody@${bureau.code}`, `${account.name}@no-such`, "nonsense", ""];
  const refusals = await Promise.all([
    ...names.map((name) => signIn(bureau, name, "Wrong-one-123")),
    signIn(bureau, disabled.signInName, disabled.password),
  ]);
  for (const { refusal, cookie } of refusals) {
    expect(refusal).toMatchObject({
      message: "账号或密码错误。",
      extensions: { code: "UNAUTHENTICATED", detail: "SIGN_IN_REFUSED", fields: [] },
    });
    expect(cookie).toBe("");
  }
});

test("another bureau's code opens nothing with the same account name and password", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const { name, password } = await makeAccount(bureau);
  expect((await signIn(bureau, `${name}@${other.code}`, password)).refusal?.extensions["code"]).toBe("UNAUTHENTICATED");
});

test("five wrong passwords lock for fifteen minutes, and the refusal says when that ends, be the password right or not", async () => {
  const bureau = await makeBureau();
  const { id, signInName, password } = await makeAccount(bureau);
  clock.at = new Date("2027-03-01T04:00:00Z");
  for (let failure = 1; failure < 5; failure++)
    expect((await signIn(bureau, signInName, "wrong")).refusal?.extensions["code"]).toBe("UNAUTHENTICATED");
  const locked = { extensions: { code: "RATE_LIMITED", retryAt: "2027-03-01T04:15:00.000Z" } };
  expect((await signIn(bureau, signInName, "wrong")).refusal).toMatchObject(locked);
  const told = (await signIn(bureau, signInName, password)).refusal;
  expect(told).toMatchObject(locked);
  expect(told?.message).toContain("2027-03-01 12:15");
  clock.at = new Date("2027-03-01T04:15:01Z");
  expect((await signIn(bureau, signInName, password)).client).toBeDefined();
  clock.at = null;
  expect((await auditOf(bureau, id)).map(({ action }) => action)).toEqual([
    "account.lock",
    "session.refused",
    "session.refused",
    "account.create",
  ]);
});

test("a name that no account has locks the same way", async () => {
  const bureau = await makeBureau();
  clock.at = new Date("2027-03-01T04:00:00Z");
  const code = async () => (await signIn(bureau, `nobody@${bureau.code}`, "wrong")).refusal?.extensions;
  for (let failure = 1; failure < 5; failure++) expect((await code())?.["code"]).toBe("UNAUTHENTICATED");
  expect(await code()).toMatchObject({ code: "RATE_LIMITED", retryAt: "2027-03-01T04:15:00.000Z" });
  clock.at = new Date("2027-03-01T04:14:59Z");
  expect((await code())?.["code"]).toBe("RATE_LIMITED");
  clock.at = new Date("2027-03-01T04:15:01Z");
  expect((await code())?.["code"]).toBe("UNAUTHENTICATED");
});

test("twelve guesses at once get five answers at most", async () => {
  const bureau = await makeBureau();
  const { signInName } = await makeAccount(bureau);
  const refusals = await Promise.all(Array.from({ length: 12 }, () => signIn(bureau, signInName, "wrong")));
  const told = refusals.filter(({ refusal }) => refusal?.extensions["code"] === "UNAUTHENTICATED");
  expect(told.length).toBe(4);
});

test("a right password in between starts the count anew", async () => {
  const bureau = await makeBureau();
  const { signInName, password } = await makeAccount(bureau);
  for (let round = 0; round < 2; round++) {
    for (let failure = 1; failure < 5; failure++) await signIn(bureau, signInName, "wrong");
    expect((await signIn(bureau, signInName, password)).client).toBeDefined();
  }
});

test("signing in again with the same key ends the session that it opened before", async () => {
  const bureau = await makeBureau();
  const { signInName, password } = await makeAccount(bureau);
  const first = await signIn(bureau, signInName, password, "key-of-my-own");
  const second = await signIn(bureau, signInName, password, "key-of-my-own");
  expect((await first.client!.refused(viewer)).code).toBe("UNAUTHENTICATED");
  expect((await second.client!.run(viewer)).viewer.account.sessions).toHaveLength(1);
});

test("an unused session ends when it is idle too long, and a used one at its last hour", async () => {
  const bureau = await makeBureau();
  const { client } = await signedIn(bureau);
  const start = Date.now();
  const after = (minutes: number) => {
    clock.at = new Date(start + minutes * 60_000);
  };
  for (const minutes of [50, 100, 150]) {
    after(minutes);
    expect((await client.run(viewer)).viewer.mustChangePassword).toBe(false);
    await expect
      .poll(
        async () => {
          const [row] = await bureau.sql(
            (sql) => sql`select max(last_seen_at) as at from sessions where bureau_id = ${bureau.id}`,
          );
          return row?.["at"] >= clock.at!;
        },
        { timeout: 10_000 },
      )
      .toBe(true);
  }
  after(211);
  expect((await client.refused(viewer)).code).toBe("UNAUTHENTICATED");
});

test("secrets and passwords are nowhere in the database as they are", async () => {
  const bureau = await makeBureau();
  const { client, password } = await signedIn(bureau);
  const secret = client.headers["cookie"]!.split(".")[1]!;
  const found = await bureau.sql(
    (sql) => sql`
    select e::text from audit_entries e where e.bureau_id = ${bureau.id} and (e::text like ${`%${secret}%`} or e::text like ${`%${password}%`})
    union all select k::text from idempotency_keys k where k.bureau_id = ${bureau.id} and (k::text like ${`%${secret}%`} or k::text like ${`%${password}%`})
    union all select s::text from sessions s where s.bureau_id = ${bureau.id} and s::text like ${`%${secret}%`}`,
  );
  expect(found).toEqual([]);
});
