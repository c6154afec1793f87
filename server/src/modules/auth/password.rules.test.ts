import fc from "fast-check";
import { expect, test } from "vitest";
import { newFirstPassword } from "./first-password.ts";
import { passwordFaults } from "./password.rules.ts";

const codes = (password: string, name = "zhangsan") => passwordFaults(["p"], password, name).map(({ code }) => code);

test.each([
  ["Quiet-river-21", []],
  ["a quiet river runs", []],
  ["短", ["PASSWORD_TOO_SHORT", "PASSWORD_COMMON"]],
  ["Short-1", ["PASSWORD_TOO_SHORT"]],
  ["quietriver", ["PASSWORD_TOO_PLAIN"]],
  ["quietriver21", ["PASSWORD_TOO_PLAIN"]],
  ["Xzhangsan-21", ["PASSWORD_HOLDS_NAME"]],
  ["XZhangSan-21", ["PASSWORD_HOLDS_NAME"]],
  ["Password123!", ["PASSWORD_COMMON"]],
  ["Ｐａｓｓｗｏｒｄ123!", ["PASSWORD_COMMON"]],
  ["1111111111111111", ["PASSWORD_COMMON"]],
  ["x".repeat(201), ["TOO_LONG", "PASSWORD_COMMON"]],
])("%s is told %j", (password, expected) => {
  expect(codes(password)).toEqual(expected);
});

test("every first password passes", () => {
  for (let count = 0; count < 200; count++) expect(codes(newFirstPassword(), "?none?")).toEqual([]);
});

const kinds = ["abcxyz", "ABCXYZ", "0123789", "!@#$-_ 中"].map((letters) => fc.constantFrom(...letters));

test("what passes is long, and mixed or longer", () => {
  const mixed = fc.array(fc.oneof(...kinds), { maxLength: 30 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(mixed, (password) => {
      const used = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
      const isSound = password.length >= 16 || (password.length >= 10 && used >= 3);
      const told = codes(password, "?none?").filter((code) => code !== "PASSWORD_COMMON");
      expect(told.length === 0).toBe(isSound);
    }),
  );
});

test("adding a letter never makes a password too short or too plain", () => {
  const letters = fc.string({ maxLength: 30 });
  fc.assert(
    fc.property(letters, letters, (password, more) => {
      const weak = (text: string) =>
        codes(text, "?none?").some((code) => code === "PASSWORD_TOO_SHORT" || code === "PASSWORD_TOO_PLAIN");
      fc.pre(password.normalize("NFKC") + more.normalize("NFKC") === (password + more).normalize("NFKC"));
      expect(!weak(password) && weak(password + more)).toBe(false);
    }),
  );
});
