import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const sheet = readFileSync(fileURLToPath(new URL("../themes.css", import.meta.url)), "utf8");
const [light, dark] = [...sheet.matchAll(/\{([^}]*)\}/g)].map(([, set]) => coloursOf(set!));

const words = ["words", "quiet", "faint", "accent", "good", "soon", "bad"];
const pairs = [
  ...["good", "soon", "bad", "quiet", "accent"].map((tone) => [tone, `${tone}-ground`] as const),
  ...words.flatMap((each) => [[each, "paper"] as const, [each, "raised"] as const]),
  ...["words", "quiet", "accent"].flatMap((each) =>
    ["ground", "head", "hover", "accent-ground"].map((ground) => [each, ground] as const),
  ),
  ["on-accent", "accent"],
  ["on-accent", "accent-pressed"],
  ["on-told", "told"],
  ["soon", "returned"],
  ["quiet", "returned"],
] as const;

test.each([
  ["light", light!],
  ["dark", dark!],
])("in the %s theme words can be read on what they stand on", (_theme, colours) => {
  const faint = pairs.filter(([one, other]) => contrast(colours[one]!, colours[other]!) < 4.5);
  expect(faint).toEqual([]);
});

function coloursOf(set: string): Record<string, string> {
  return Object.fromEntries([...set.matchAll(/--([\w-]+): (#[\da-f]+);/g)].map(([, name, colour]) => [name, colour]));
}

function contrast(one: string, other: string) {
  const [brighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string) {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/g, "$&$&") : hex;
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(full.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
