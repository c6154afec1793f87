import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const screens = join(root, "client/src");
const sources = readdirSync(screens, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx"))
  .map((name) => flat(readFileSync(join(screens, name), "utf8")));

it("the examples of screens in CONTRIBUTING.md stand in the code", () => {
  const recipes = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const blocks = [...recipes.matchAll(/```tsx\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.split("\n\n"));
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.filter((block) => !sources.some((source) => source.includes(flat(block))))).toEqual([]);
});

/** Whatever its lines are broken and indented like. */
function flat(code: string) {
  return code.replace(/\s+/g, " ").trim();
}
