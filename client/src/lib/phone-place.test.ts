import { expect, test } from "vitest";
import { isFieldMember, isOnPhonePages } from "./phone-place.ts";

test("a field member is a member whose roles command nobody", () => {
  const [member, chief] = [{ role: "MEMBER" }, { role: "STATION_CHIEF" }];
  expect(isFieldMember({ memberId: "1", roles: [member] })).toBe(true);
  expect(isFieldMember({ memberId: "1", roles: [member, chief] })).toBe(false);
  expect(isFieldMember({ memberId: null, roles: [member] })).toBe(false);
});

test("the phone's pages are told by their path", () => {
  expect(["/m", "/m/week", "/members", "/", "/my-work"].map(isOnPhonePages)).toEqual([true, true, false, false, false]);
});
