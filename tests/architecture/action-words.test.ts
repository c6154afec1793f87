import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
type Words = Record<string, Record<string, string> | undefined>;

/** As commands name them where they record what they did. */
const actions = new Set(
  globSync(`${root}/server/src/**/*.ts`).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\baction: "(\w+\.\w+)"/g)].map(([, action]) => action!),
  ),
);

interface Told {
  history?: { action?: Words };
}

const wordsIn = (locale: string): Words =>
  Object.assign(
    {},
    ...globSync(`${root}/client/src/messages/${locale}/*.json`).map(
      (file) => (JSON.parse(readFileSync(file, "utf8")) as Told).history?.action,
    ),
  ) as Words;

test.each(["zh-CN", "en"])("every action that the audit log tells has its word in %s", (locale) => {
  const words = wordsIn(locale);
  expect(actions.size).toBeGreaterThan(40);
  const without = [...actions].filter((action) => {
    const [module, verb] = action.split(".") as [string, string];
    return words[module]?.[verb] === undefined;
  });
  expect(without).toEqual([]);
});
