import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { messagesUnder } from "@maple-bridge/server/kernel/messages";
import "@maple-bridge/server/modules";
import { expect, test } from "vitest";

const messages = fileURLToPath(new URL("../../client/src/messages", import.meta.url));
type Words = { [key: string]: string | Words };

const read = (locale: string, file: string) =>
  JSON.parse(readFileSync(`${messages}/${locale}/${file}.json`, "utf8")) as Words;
const at = (words: Words, path: string) =>
  path
    .split(".")
    .reduce<string | Words | undefined>((found, key) => (typeof found === "object" ? found[key] : undefined), words);

/** What only paper says. */
const own = new Set([
  "title",
  "superseded",
  "list",
  "place",
  "number",
  "what",
  "where",
  "when",
  "states",
  "evidence",
  "said",
  "count",
  "made",
  "pictures",
  "page",
]);

test.each(["zh-CN", "en"] as const)(
  "A92: what the screen and the paper of a week both say, they say in the same words in %s",
  (locale) => {
    const screen = { ...read(locale, "words"), ...read(locale, "review") };
    const said = messagesUnder(locale, "paper.");
    expect(said.size).toBeGreaterThan(40);
    const told = [...said].filter(([key]) => !own.has(key.split(".")[0]!));
    const shown = told.map(([key]) => [key, String(at(screen, key)).replaceAll("{{", "{").replaceAll("}}", "}")]);
    expect(told).toEqual(shown);
  },
);
