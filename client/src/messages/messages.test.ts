import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const client = join(import.meta.dirname, "..");
const messages = import.meta.dirname;
const namespaces = readdirSync(join(messages, "zh-CN"));
const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

test("both languages have the same message files", () => {
  expect(readdirSync(join(messages, "en")).sort()).toEqual([...namespaces].sort());
});

test.each(namespaces)("both languages have the same keys in %s", (file) => {
  expect(keysOf("en", file)).toEqual(keysOf("zh-CN", file));
});

test.each(["zh-CN", "en"])("what is said everywhere is said by one file in %s", (locale) => {
  const { field = {} } = readTree(locale, "history.json");
  const said = namespaces.flatMap((file) => {
    const { page = {}, history = {} } = readTree(locale, file);
    return keys({ page, history });
  });
  said.push(...keys({ history: { field } }));
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((key, index) => said.indexOf(key) !== index)).toEqual([]);
});

test("no Chinese text stands outside the message files", () => {
  const sources = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const offending = sources.filter((path) => withoutComments(readFileSync(join(client, path), "utf8")).match(chinese));
  expect(offending).toEqual([]);
});

const readTree = (locale: string, file: string) =>
  JSON.parse(readFileSync(join(messages, locale, file), "utf8")) as Tree;

const keysOf = (locale: string, file: string) => keys(readTree(locale, file)).sort();

interface Tree {
  [key: string]: string | Tree;
}

function keys(tree: Tree, above = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [above + key] : keys(value, `${above}${key}.`),
  );
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
