import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../../client/src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx"))
  .map((name) => ({ name, text: readFileSync(join(source, name), "utf8") }));
const holding = (pattern: RegExp) =>
  files
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name)
    .sort();

it("a picker that seeks on the server is one of two, so that none takes or hides what was not found", () => {
  expect(holding(/filter(Option|TreeNode): false/)).toEqual(["ui/found-select.tsx", "ui/unit-select.tsx"]);
});

it("what is typed to seek on the server goes one way", () => {
  const seeking = holding(/useSought\(\)/);
  expect(seeking).toContain("features/grids/member-picker.tsx");
  for (const { name, text } of files.filter(({ text }) => text.includes("FoundSelect\n")))
    expect(text, name).toMatch(/useSought/);
});
