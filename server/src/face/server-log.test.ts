import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
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

it("is set aside each day and when it is large, and kept for half a year", async () => {
  const home = mkdtempSync(join(folder, "kept-"));
  const path = join(home, "server.log");
  for (const name of ["server.2026-05-01.1.log", "server.2026-06-15.1.log", "other.2020-01-01.1.log"])
    writeFileSync(join(home, name), "");
  let now = new Date("2026-11-27T10:00:00Z");
  const log = openLog(path, "info", { largest: 20_000, now: () => now });
  log.info({ filling: "x".repeat(30_000) }, "the first day");
  await vi.waitFor(() => {
    log.look();
    expect(existsSync(join(home, "server.2026-11-27.1.log"))).toBe(true);
  });
  log.info("later that day");
  now = new Date("2026-11-28T00:00:01Z");
  log.look();
  log.info("the next day");
  log.close();
  expect(readdirSync(home).sort()).toEqual([
    "other.2020-01-01.1.log",
    "server.2026-06-15.1.log",
    "server.2026-11-27.1.log",
    "server.2026-11-27.2.log",
    "server.log",
  ]);
  await vi.waitFor(() => {
    const said = (name: string) => readFileSync(join(home, name), "utf8");
    expect(said("server.2026-11-27.1.log")).toContain("the first day");
    expect(said("server.2026-11-27.2.log")).toContain("later that day");
    expect(said("server.log")).toContain("the next day");
  });
});

it("goes on in a file of its own day after a start on another day", () => {
  const home = mkdtempSync(join(folder, "started-"));
  const path = join(home, "server.log");
  writeFileSync(path, "yesterday\n");
  const tomorrow = new Date(Date.now() + 86_400_000);
  const log = openLog(path, "info", { now: () => tomorrow });
  log.look();
  log.close();
  expect(readdirSync(home)).toHaveLength(2);
});
