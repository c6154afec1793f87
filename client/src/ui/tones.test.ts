import { expect, test } from "vitest";
import { tones } from "./tones.ts";

test.each(Object.entries(tones))("the words of the tone %s can be read on their ground", (_tone, { words, ground }) => {
  expect(contrast(words, ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(words, "#ffffff")).toBeGreaterThanOrEqual(4.5);
});

function contrast(one: string, other: string) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
