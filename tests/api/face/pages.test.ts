import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerErrors } from "@maple-bridge/server/face/http-errors";
import { makeHttpServer } from "@maple-bridge/server/face/http-server";
import { packAnswers, servePages } from "@maple-bridge/server/face/pages";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "maple-pages-"));
const page = "<!doctype html><title>枫桥</title>";
const fastify = makeHttpServer("loopback", undefined as never);

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "maple.svg"), "<svg/>");
  writeFileSync(join(folder, "assets", "index-4f1c.js"), `export const words = "${"枫桥".repeat(2_000)}";`);
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

it("lets hashed files be kept for good, and packs large ones", async () => {
  const { headers } = await get("/assets/index-4f1c.js", { "accept-encoding": "gzip" });
  expect(headers["cache-control"]).toContain("immutable");
  expect(headers["content-encoding"]).toBe("gzip");
  expect((await get("/maple.svg", {})).headers["cache-control"]).toBe("no-cache");
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
