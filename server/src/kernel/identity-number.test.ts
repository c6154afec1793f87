import { expect, test } from "vitest";
import { holdsIdentityNumber, maskIdentityNumbers } from "./identity-number.ts";

/** Invented, with the check digit that its digits ask for. */
const invented = "11010119900307723X";
const fullWidth = invented.replace(/./g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test.each([
  invented,
  `身份证${invented}。`,
  fullWidth,
  "110101 19900307 723X",
  "110101-1990 0307-723x",
  invented.toLowerCase(),
])("%s is seen, and masked", (text) => {
  expect(holdsIdentityNumber(text)).toBe(true);
  expect(maskIdentityNumbers(text)).not.toMatch(/1990|１９９０|0307|０３０７/);
});

test.each(["410481100201 410481100202", "13900000000 2026-11-22", "0375-8123456", "410481-2026-000123"])(
  "%s is none, and stays",
  (text) => {
    expect(holdsIdentityNumber(text)).toBe(false);
    expect(maskIdentityNumbers(text)).toBe(text);
  },
);
