import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../../client/src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => /(?<!test)\.tsx?$/.test(name))
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
  expect(seeking).toContain("ui/seats/member-picker.tsx");
  for (const { name, text } of files.filter(({ text }) => text.includes("FoundSelect\n")))
    expect(text, name).toMatch(/useSought/);
});

it("whatever opens over a page is closed by the browser's Back, and says how", () => {
  const overPage = holding(/<(Modal|Drawer)\b|modal\.confirm/);
  const byLayer = holding(/\buse(Layer|Lay|StayingLayer)\(/);
  expect(overPage.filter((name) => !byLayer.includes(name))).toEqual(["ui/side-drawer.tsx"]);
  for (const { name, text } of files.filter(({ text }) => /<(\w+Drawer)\b[^>]*onClose=/.test(text)))
    if (name !== "app/shell.tsx") expect(text, name).toMatch(/onClose=\{((props\.)?onClose|\(\) => (moves\.)?close\()/);
  expect(holding(/renderDrawer\(\{[^}]*onClose: \(\) => close\("open"\)/)).toEqual(["ui/list-page/list-page.tsx"]);
});

it("a page that lists rows is declared, but for the grids, the errors within an import, and what is proposed for gaps", () => {
  expect(holding(/<DataTable\b/)).toEqual([
    "features/grids/grid-results.tsx",
    "features/import/error-table.tsx",
    "features/proposals/proposals-page.tsx",
    "ui/list-page/list-page.tsx",
  ]);
});

it("what is said in passing is said by the teller: the kit's own App, of which there is none, would say nothing", () => {
  expect(holding(/\bApp\b[^;]*from "antd"|useApp\(/)).toEqual([]);
  expect(holding(/\buse(Message|Modal|Notification)\(/)).toEqual(["app/teller.tsx"]);
});

it("an empty field that is needed says so in words that all forms share, but for who is picked for a seat", () => {
  expect(holding(/required: true, message/)).toEqual(["ui/seats/seat-fields.tsx"]);
});

it("nothing that the phone's pages import brings the desk's kit, its icons or its router along", () => {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const ways = new Map<string, string>();
  const queue = [...texts.keys()].filter((name) => name.startsWith("phone/"));
  const strangers: string[] = [];
  for (let name = queue.pop(); name; name = queue.pop()) {
    for (const [, wanted] of texts.get(name)!.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gm)) {
      if (/^(antd|@ant-design|@tanstack)(\/|$)/.test(wanted!))
        strangers.push(`${wanted} in ${name}, by ${ways.get(name)}`);
      if (!wanted!.startsWith(".")) continue;
      const target = normalize(join(dirname(name), wanted!));
      if (!texts.has(target) || ways.has(target)) continue;
      ways.set(target, name);
      queue.push(target);
    }
  }
  expect(ways.has("lib/use-read.ts")).toBe(true);
  expect(strangers).toEqual([]);
});
