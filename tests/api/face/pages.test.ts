import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { answerErrors } from "@maple-bridge/server/face/http-errors";
import { makeHttpServer } from "@maple-bridge/server/face/http-server";
import { packAnswers, servePages } from "@maple-bridge/server/face/pages";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "maple-pages-"));
const first = "document.documentElement.lang;";
const page = `<!doctype html><title>枫桥</title><script>${first}</script>`;
const words = `export const words = "${"枫桥".repeat(2_000)}";`;
const script = join(folder, "assets", "index-4f1c.js");
const fastify = makeHttpServer("loopback", undefined as never);

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "maple.svg"), "<svg/>");
  writeFileSync(script, words);
  writeFileSync(join(folder, "assets", "json.worker-9a.js"), "self.close();");
  writeFileSync(`${script}.br`, brotliCompressSync(words));
  writeFileSync(`${script}.gz`, gzipSync(words));
  answerErrors(fastify, undefined as never);
  await packAnswers(fastify);
  await servePages(fastify, folder);
});
afterAll(async () => {
  await fastify.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = { accept: "text/html" }) =>
  fastify.inject({ url, headers });

it("gives the page for every address that a browser navigates to, never from its memory", async () => {
  for (const url of ["/", "/grids?drawer=1", "/index.html"]) {
    const { statusCode, headers, body } = await get(url);
    expect([url, statusCode, headers["cache-control"], body]).toEqual([url, 200, "no-cache", page]);
  }
});

it("lets a page load nothing from elsewhere, and nobody frame it", async () => {
  const { headers } = await get("/");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

it("runs the script that stands in the page, known by its hash, and no other", async () => {
  const { headers } = await get("/");
  const hash = createHash("sha256").update(first).digest("base64");
  expect(headers["content-security-policy"]).toContain(`script-src 'self' 'sha256-${hash}';`);
});

it("gives the policy with what is held to it: a page, and a worker's script, and not with what a page loads", async () => {
  const policyOf = async (url: string) => (await get(url)).headers["content-security-policy"];
  expect(await policyOf("/assets/json.worker-9a.js")).toContain("default-src 'self'");
  expect(await policyOf("/maple.svg")).toContain("default-src 'self'");
  const { headers } = await get("/assets/index-4f1c.js");
  expect(headers["content-security-policy"]).toBeUndefined();
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

it("lets hashed files be kept for good, the others never", async () => {
  expect((await get("/assets/index-4f1c.js")).headers["cache-control"]).toContain("immutable");
  expect((await get("/maple.svg", {})).headers["cache-control"]).toBe("no-cache");
});

it("sends the very bytes that were packed by the build to whoever takes them, and tells caches what they depend on", async () => {
  const tags = new Set<unknown>();
  for (const [accepted, encoding, bytes] of [
    ["gzip, deflate, br, zstd", "br", readFileSync(`${script}.br`)],
    ["gzip", "gzip", readFileSync(`${script}.gz`)],
    ["identity", undefined, readFileSync(script)],
  ] as const) {
    const { headers, rawPayload } = await get("/assets/index-4f1c.js", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["content-type"]).toMatch(/^(text|application)\/javascript/);
    expect(headers["vary"]).toContain("accept-encoding");
    expect(headers["cache-control"]).toContain("immutable");
    expect(rawPayload.equals(bytes)).toBe(true);
    tags.add(headers["etag"]);
  }
  expect(tags.size).toBe(3);
});

it("has no address for what is packed", async () => {
  for (const ending of ["br", "gz"])
    expect((await get(`/assets/index-4f1c.js.${ending}`, { accept: "*/*" })).statusCode).toBe(404);
});

it("has no page for a program that asks for what is not there", async () => {
  for (const url of ["/assets/gone.js", "/api/nothing"]) {
    const { statusCode, headers } = await get(url, { accept: "*/*" });
    expect([statusCode, headers["content-type"]]).toEqual([404, "application/json; charset=utf-8"]);
  }
});

it("gives nothing from outside of its folder", async () => {
  const { statusCode } = await get("/..%2f..%2fetc%2fpasswd", {});
  expect(statusCode).toBe(404);
});
