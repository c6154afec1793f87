import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { messagesUnder } from "@maple-bridge/server/kernel/messages";
import { modules } from "@maple-bridge/server/modules";

const messages = fileURLToPath(new URL("../../client/src/messages", import.meta.url));

type Texts = Map<string, string>;

function textsIn(value: unknown, key: string, texts: Texts): Texts {
  if (typeof value === "string") return texts.set(key, value);
  for (const [name, each] of Object.entries(value as object)) textsIn(each, `${key}.${name}`, texts);
  return texts;
}

/** All that the screens and the server say, by where it stands. */
function textsOf(locale: "zh-CN" | "en"): Texts {
  const texts: Texts = new Map();
  for (const path of globSync(`${messages}/${locale}/*.json`))
    textsIn(JSON.parse(readFileSync(path, "utf8")), basename(path, ".json"), texts);
  expect(modules.length).toBeGreaterThan(0);
  for (const [key, text] of messagesUnder(locale, "")) texts.set(`server.${key}`, text);
  return texts;
}

/** Where one of these stands. */
const saying = (texts: Texts, pattern: RegExp) =>
  [...texts].filter(([, text]) => pattern.test(text)).map(([key, text]) => `${key}: ${text}`);

it("whoever does somebody's duty meanwhile is said in one word: 替班, and to stand in", () => {
  const [chinese, english] = [textsOf("zh-CN"), textsOf("en")];
  expect(saying(chinese, /代岗|代班|替岗|顶岗|顶班|代职/)).toEqual([]);
  expect(saying(english, /\bdeput(y|ies|ise)|locum|\bcovers? for\b|\bfills? in for\b/i)).toEqual([]);
  const named = [...chinese].filter(([, text]) => text.includes("替班"));
  expect(named.length).toBeGreaterThan(8);
  const others = named.filter(([key]) => !/st(and|ood)|substitut/i.test(english.get(key) ?? ""));
  expect(others.map(([key]) => `${key}: ${english.get(key)}`)).toEqual([]);
});

it("an end of an assignment is no dismissal, and work that goes to somebody else is reassigned", () => {
  const [chinese, english] = [textsOf("zh-CN"), textsOf("en")];
  expect(saying(chinese, /免职|解聘/)).toEqual([]);
  expect(saying(english, /readdress|\bhand(ed)? on\b/i)).toEqual([]);
  expect([chinese.get("work.deed.readdress"), english.get("work.deed.readdress")]).toEqual(["改派", "Reassign"]);
});

it("what waits for a step is called by the step", () => {
  const english = textsOf("en");
  const steps = { ISSUED: "accept", SUBMITTED: "assess" };
  for (const [state, step] of Object.entries(steps)) expect(english.get(`work.state.${state}`)).toBe(`To ${step}`);
  expect(saying(english, /\bto (be )?received?\b/i)).toEqual([]);
});

it("who leaves a seat 离任 is not called as who is away 离岗 is", () => {
  const chinese = textsOf("zh-CN");
  const compared = [...chinese].filter(([key, text]) => key.startsWith("compare.") && /[到离]岗/.test(text));
  expect(compared).toEqual([]);
  expect([chinese.get("compare.kind.LEFT"), chinese.get("grids.seat.away")]).toEqual(["离任", "离岗"]);
});
