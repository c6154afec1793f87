import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const tests = new URL("../", import.meta.url);

it("no test takes a moment's day in Greenwich for the one in China, which is another one for eight hours of each day", () => {
  const names = readdirSync(tests, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.includes("node_modules"),
  );
  expect(names.length).toBeGreaterThan(300);
  const wrong = names.filter((name) =>
    /(fromNow\([^()]*\)|new Date\(\))\.toISOString\(\)\.slice\(0, ?10\)/.test(
      readFileSync(new URL(name, tests), "utf8"),
    ),
  );
  expect(wrong).toEqual([]);
});
