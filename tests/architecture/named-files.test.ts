import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const kinds = "ts|tsx|js|mjs|css|sql|graphql";
const files = globSync(`{schema,drizzle,server,client,tests}/**/*.{${kinds.replaceAll("|", ",")}}`, {
  cwd: root,
  exclude: (name) => name.split("/").includes("node_modules"),
});
const named = new RegExp(`\`([\\w/.-]+\\.(?:${kinds}))\``, "g");

/** What the server answers with, which is no file of ours. */
const served = new Set(["/api/schema.graphql"]);

test.each(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])("every file that %s names is there", (page) => {
  const names = [...readFileSync(`${root}${page}`, "utf8").matchAll(named)].map(([, name]) => name!);
  const missing = names.filter((name) => !served.has(name) && !files.some((file) => `/${file}`.endsWith(`/${name}`)));
  expect(names.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
