import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Unavailable } from "../errors.ts";
import { refusalOf } from "./refusals.ts";

/** A server that takes connections and says nothing. */
const silent = createServer();
const port = () => (silent.address() as AddressInfo).port;
beforeAll(() => once(silent.listen(0, "127.0.0.1"), "listening"));
afterAll(() => void silent.close());

const errorOf = async (url: string) => {
  const sql = postgres(url, { max: 1, connect_timeout: 1, backoff: () => 0, onnotice: () => {} });
  const error = await sql`select 1`.catch((reason: unknown) => reason);
  await sql.end({ timeout: 0 });
  return error;
};

it.each([
  ["does not answer", () => `postgres://maple@127.0.0.1:${port()}/maple`, "CONNECT_TIMEOUT"],
  ["is not there", () => "postgres://maple@127.0.0.1:1/maple", "ECONNREFUSED"],
  ["has no address", () => "postgres://maple@nowhere.invalid/maple", expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/)],
])("takes a database that %s for one that is unavailable", async (_what, url, code) => {
  const error = await errorOf(url());
  expect(error).toHaveProperty("code", code);
  const refusal = refusalOf(error);
  expect(refusal).toBeInstanceOf(Unavailable);
  expect(refusal!.cause).toBe(error);
});

it("takes an error of ours for none", () => {
  expect(refusalOf(new TypeError("not a function"))).toBeUndefined();
  expect(refusalOf(Object.assign(new Error("no such file"), { code: "ENOENT", syscall: "open" }))).toBeUndefined();
});
