import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, buildApp } from "@maple-bridge/server";
import { openLog } from "@maple-bridge/server/face/server-log";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { modules } from "@maple-bridge/server/modules";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { type Client, clientOf, newKey } from "../../support/client.ts";

const folder = mkdtempSync(join(tmpdir(), "maple-log-"));
const log = openLog(join(folder, "server.log"), "info");
let app: App;
let bureau: Bureau;
let administrator: Client;

beforeAll(async () => {
  bureau = await makeBureau();
  const { applicationUrl } = await theServer();
  app = await buildApp({ databaseUrl: applicationUrl, schema: brokenSchema(), trusted: "any", log });
  administrator = clientOf(app, bureau.administrator.headers);
});
afterAll(async () => {
  await app.close();
  log.close();
  rmSync(folder, { recursive: true });
});

it("tells nothing of a failure but its request id, and the log all of it", async () => {
  const { errors } = await administrator.ask("mutation Broken($input: SignOutInput!) { signOut(input: $input) }", {
    input: { idempotencyKey: newKey() },
  });
  const requestId = errors![0]!.extensions.requestId;
  expect(errors).toEqual([
    { path: ["signOut"], message: expect.stringContaining(requestId), extensions: { code: "INTERNAL", requestId } },
  ]);
  const line = lines().find((each) => each["msg"] === "a request failed");
  expect(line).toMatchObject({
    requestId,
    err: { message: expect.stringContaining("secret_table"), stack: expect.any(String) },
  });
});

it("logs each request with who asked for what, and never a secret", async () => {
  const secret = "13900001111";
  await administrator.run(
    "query Whose($search: String) { bureau { id } __typename @skip(if: true) accounts(filter: { search: $search }) { totalCount } }",
    { search: secret },
  );
  const line = lines().find((each) => each["operation"] === "Whose");
  expect(line).toMatchObject({
    method: "POST",
    path: "/graphql",
    status: 200,
    ms: expect.any(Number),
    accountId: bureau.administrator.accountId,
    requestId: expect.any(String),
  });
  const cookie = administrator.headers["cookie"]!.split("=")[1]!;
  const all = readFileSync(join(folder, "server.log"), "utf8");
  for (const hidden of [secret, cookie]) expect(all).not.toContain(hidden);
});

/** A field that fails as none should: what leaves the server then? */
function brokenSchema() {
  const schema = schemaOf(modules);
  schema.getMutationType()!.getFields()["signOut"]!.resolve = () => {
    throw new Error("relation secret_table does not exist at /srv/secret.ts:12");
  };
  return schema;
}

function lines(): Record<string, unknown>[] {
  log.close();
  return readFileSync(join(folder, "server.log"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
