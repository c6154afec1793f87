import * as fc from "fast-check";
import { expect, test } from "vitest";
import { asCode, asLine, asName, asProse, asSearched, keyOfName } from "./written.ts";

const [blank, wide, noBreak] = [" ", "\u3000", "\u00A0"];

test.each([
  ["a blank of any width", `示${wide}例`, `示${blank}例`, `示${noBreak}例`, "示\u2003例", "示 \u3000 例", "示\u3164例"],
  ["what nobody sees", "\u202D示例\u202C", "\u200E示\u200B例\uFEFF", "示\u2060例\uFE00", "示\u00AD例"],
  ["line breaks", "示\r\n例", "\n示例\n", "示\u2028例", "示\t例"],
])("a Chinese name is the same with %s in it", (_what, ...written) => {
  expect(written.map(asName)).toEqual(written.map(() => "示例"));
});

test("what a PDF or an old system writes for characters is those characters", () => {
  expect(asName("\u2F64\u2F20")).toBe("用士");
  expect(asName("\u2EA0\u8B66")).toBe("民警");
  expect(asName("１２号ＡＢ楼")).toBe("12号AB楼");
  expect(asName("解州派出所(城区)")).toBe("解州派出所（城区）");
  expect(asName("买买提・艾力")).toBe(asName("买买提 · 艾力"));
});

test("names in other letters keep their blanks, one at each place", () => {
  expect(asName("  Maple \u00A0 Bridge ")).toBe("Maple Bridge");
  expect(asName("Maple (North)")).toBe("Maple (North)");
});

test("a code has no blanks, one width, one case, one kind of dash", () => {
  const written = ["x-0101", "Ｘ－０１０１", " X—0101 ", "'X‑0101", "X-01 01\u200E"];
  expect(written.map(asCode)).toEqual(written.map(() => "X-0101"));
});

test("sentences keep their lines", () => {
  expect(asProse(" 第一行\u00A0 \r\n第二行\u200B\u2028第三行 ")).toBe("第一行\n第二行\n第三行");
  expect(asLine("第一行\r\n第二行")).toBe("第一行 第二行");
});

const noise = fc.constantFrom(" ", "\u3000", "\u00A0", "\u200E", "\u202D", "\u202C", "\uFEFF", "\u200B");
const letter = fc.constantFrom("示", "例", "甲", "A", "7", "（", "-");

test("noise anywhere in a name changes nothing that is searched or compared, and reading twice is reading once", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(letter, fc.array(noise, { maxLength: 3 })), { maxLength: 8 }), (pieces) => {
      const clean = pieces.map(([each]) => each).join("");
      const noisy = pieces.map(([each, rest]) => each + rest.join("")).join("");
      expect(keyOfName(noisy)).toBe(keyOfName(clean));
      expect(asCode(noisy)).toBe(asCode(clean));
      for (const read of [asName, asCode, asLine, asProse, asSearched]) expect(read(read(noisy))).toBe(read(noisy));
    }),
  );
});

test("any text is read, and reading twice is reading once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const read of [asName, asCode, asLine, asProse, asSearched]) expect(read(read(text))).toBe(read(text));
    }),
    { numRuns: 2_000, examples: [["\u1fd2"]] },
  );
});
