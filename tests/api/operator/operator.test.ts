import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newId } from "@maple-bridge/server/kernel/ids";
import { createBureau } from "@maple-bridge/server/operator/create-bureau";
import { resetPasswordOf } from "@maple-bridge/server/operator/reset-password";
import { verifyAudit } from "@maple-bridge/server/operator/verify-audit";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBureau, theServer } from "../../support/bureau.ts";
import { clientOf, newKey } from "../../support/client.ts";

const newCode = () => `o-${newId().slice(-12)}`;
const project = fileURLToPath(new URL("../../..", import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maple-operator-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The operators' command line, on the database of this test. */
async function maple(...args: string[]) {
  const { applicationUrl } = await theServer();
  const env = {
    ...process.env,
    DATABASE_URL: applicationUrl,
    DATABASE_OWNER_URL: undefined,
    MAPLE_DATA: folder,
    TSX_TSCONFIG_PATH: `${project}tsconfig.json`,
  };
  return new Promise<{ code: number; out: string; told: string }>((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "server/src/maple.ts", ...args],
      { cwd: project, env },
      (error, out, told) => {
        resolve({ code: error ? Number(error.code) : 0, out, told });
      },
    );
  });
}

async function signIn(name: string, password: string) {
  const { app } = await theServer();
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { mustChangePassword } }`;
  const response = await app.fastify.inject({
    method: "POST",
    url: "/graphql",
    payload: { query, variables: { input: { name, password } } },
  });
  const cookie = String(response.headers["set-cookie"] ?? "").split(";")[0]!;
  return { answer: response.json(), client: clientOf(app, { cookie }) };
}

test("a new bureau has its root unit and an administrator, whose first password opens it; the log says that an operator made it", async () => {
  const { database } = (await theServer()).app;
  const code = newCode();
  const made = await createBureau(database, { code, name: "新设公安局" });
  expect(made.signInName).toBe(`admin@${code}`);
  const { answer, client } = await signIn(made.signInName, made.firstPassword);
  expect(answer.data.signIn).toEqual({ mustChangePassword: true });
  const input = { idempotencyKey: newKey(), currentPassword: made.firstPassword, newPassword: "Quiet-river-21" };
  await client.run(`mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }`, { input });
  const seen = await client.run(
    `{ viewer { roles { role unitName isBureauWide } } auditEntries { nodes { action actorName accountId } } bureau { name } }`,
  );
  expect(seen.viewer.roles).toEqual([{ role: "BUREAU_ADMINISTRATOR", unitName: "新设公安局", isBureauWide: true }]);
  expect(seen.bureau.name).toBe("新设公安局");
  const byOperator = { actorName: "operator", accountId: null };
  expect(seen.auditEntries.nodes.slice(-2)).toEqual([
    { action: "account.create", ...byOperator },
    { action: "bureau.create", ...byOperator },
  ]);
});

test("a code that is taken or is none is refused, and nothing of the bureau stays", async () => {
  const { database } = (await theServer()).app;
  const { code } = await makeBureau();
  await expect(createBureau(database, { code, name: "又一个" })).rejects.toMatchObject({
    code: "CONFLICT",
    faults: [{ code: "BUREAU_CODE_TAKEN" }],
  });
  await expect(createBureau(database, { code: "a b", name: "", administrator: "-" })).rejects.toMatchObject({
    code: "INVALID",
    faults: [{ code: "BUREAU_CODE_SHAPE" }, { code: "REQUIRED" }, { code: "ACCOUNT_NAME_SHAPE" }],
  });
});

test("an operator gives an account a first password again, and ends its sessions", async () => {
  const { database } = (await theServer()).app;
  const made = await createBureau(database, { code: newCode(), name: "新设公安局" });
  const { client } = await signIn(made.signInName, made.firstPassword);
  const password = await resetPasswordOf(database, made.signInName);
  await expect
    .poll(async () => (await client.ask(`{ viewer { id } }`)).errors?.[0]?.extensions.code)
    .toBe("UNAUTHENTICATED");
  expect((await signIn(made.signInName, made.firstPassword)).answer.errors[0].extensions.code).toBe("UNAUTHENTICATED");
  expect((await signIn(made.signInName, password)).answer.data.signIn.mustChangePassword).toBe(true);
  await expect(resetPasswordOf(database, `nobody@${made.signInName.split("@")[1]}`)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test(
  "the command line makes a bureau, checks its log, and exits with 1 once a row was changed",
  { timeout: 120_000 },
  async () => {
    const code = newCode();
    const made = await maple("create-bureau", "--code", code, "--name", "命令行公安局", "--admin", "first");
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(new RegExp(`first@${code}\\nPassword  \\w{4}(-\\w{4}){3} `)),
    });
    expect(await maple("verify-audit", code)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${code}: 3 rows, whole, ending in `),
    });
    expect(await maple("keep-audit-heads")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^The ends of \d+ bureaus' logs are kept in .*; \d+ moved since the last time\.\n$/),
    });
    const { superuserUrl, app } = await theServer();
    const superuser = postgres(superuserUrl, { max: 1 });
    await superuser.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update audit_entries set actor_name = 'nobody' where sequence = 2 and bureau_id = (select bureau_id from bureaus where code = ${code})`;
    });
    await superuser.end();
    expect(await verifyAudit(app.database, code)).toMatchObject({ entries: 3, brokenAt: 2 });
    const other = await makeBureau();
    expect(await maple("verify-audit", other.code, code)).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        new RegExp(
          `^${other.code}: 0 rows, whole, ending in [0-9a-f]{64}\n${code}: BROKEN at row 2 of 3\nKept heads: 1 lines in .*, the last one 0.0 hours old.\n$`,
        ),
      ),
    });
  },
);

test("what it cannot understand, it says so with its usage", { timeout: 60_000 }, async () => {
  expect(await maple("make-bureau")).toMatchObject({
    code: 2,
    told: expect.stringContaining("There is no command make-bureau."),
  });
  for (const words of [
    ["create-bureau", "--code", newCode(), "--name", "舞钢", "公安局"],
    ["reset-password", "admin@410481", "admin@141181"],
  ])
    expect(await maple(...words)).toMatchObject({
      code: 2,
      told: expect.stringContaining(`too many: ${words.at(-1)}.`),
    });
  expect(await maple("verify-audit", "no-such")).toMatchObject({
    code: 1,
    told: "There is no bureau with the code no-such.\n",
  });
});
