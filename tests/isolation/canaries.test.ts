import { expect, test } from "vitest";
import { canariesIn, canary } from "./support/canaries.ts";

const text = canary({ bureau: "b", audience: "s1", place: "grids.name" });
const bytes = Buffer.from(text);

test.each([
  ["bare, in a sentence", `no: "${text}", not yours`],
  ["in capitals", text.toUpperCase()],
  ["escaped for JSON", JSON.stringify({ text }).replaceAll("canary", "\\u0063anary")],
  ["escaped for an address", `/imports/${[...bytes].map((byte) => `%${byte.toString(16)}`).join("")}`],
  ["in base64", `{"cursor":"${bytes.toString("base64")}"}`],
  ["in base64url, after one byte more", Buffer.from(`[${text}]`).toString("base64url")],
  ["in base64url, after two bytes more", Buffer.from(`["${text}"]`).toString("base64url")],
  ["in hex", bytes.toString("hex")],
  ["in base64 of base64", Buffer.from(bytes.toString("base64")).toString("base64")],
  ["run on from what stands before it", `AB${bytes.toString("base64")}`],
])("a canary is found %s", (_how, packed) => {
  expect([...canariesIn(packed).values()]).toContainEqual({ bureau: "b", audience: "s1", place: "grids.name" });
});

test("nothing is found where there is none", () => {
  const innocent = `{"cursor":"${Buffer.from('["虚构村"]').toString("base64url")}","id":"0192f3a4-0000-7000-8000-000000000000"}`;
  expect([...canariesIn(innocent).keys()]).toEqual([]);
});
