import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openLog } from "./server-log.ts";

const folder = mkdtempSync(join(tmpdir(), "maple-log-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("says at once that it cannot be written", () => {
  expect(() => openLog(folder, "info")).toThrow(/EISDIR|EACCES/);
});

it("tells of a database error what it was, without the value it is about", () => {
  const path = join(folder, "server.log");
  const log = openLog(path, "info");
  const error = Object.assign(new Error('invalid input syntax for type uuid: "13900001111"'), { code: "22P02" });
  log.error({ err: error }, "a request failed");
  log.close();
  const text = readFileSync(path, "utf8");
  expect(text).toContain("invalid input syntax for type uuid: …");
  expect(text).not.toContain("13900001111");
});

it("outlives a disk that takes nothing more", async () => {
  const log = openLog("/dev/full", "info");
  log.info("x".repeat(10_000));
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(() => log.info("still there")).not.toThrow();
});
