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

test("no Chinese text stands outside the message files", () => {
  const sources = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const offending = sources.filter((path) => withoutComments(readFileSync(join(client, path), "utf8")).match(chinese));
  expect(offending).toEqual([]);
});

const keysOf = (locale: string, file: string) =>
  keys(JSON.parse(readFileSync(join(messages, locale, file), "utf8")) as Tree).sort();

interface Tree {
  [key: string]: string | Tree;
}

function keys(tree: Tree, above = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [above + key] : keys(value, `${above}${key}.`),
  );
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
