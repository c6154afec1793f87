import { beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { codes, commands, makeStation } from "./ground.ts";

let bureau: Bureau;
let unitId: string;
beforeEach(async () => {
  bureau = await makeBureau();
  unitId = await makeStation(bureau);
});

const { run, refused } = commands(() => bureau);
const input = (of: object) => ({ kind: "OFFICER", badge: "PH-1", name: "虚构甲", unitId, ...of });

test.each([
  ["(0359)2012345", "0359-2012345"],
  ["（0359）2012345", "0359-2012345"],
  ["0359-2012345转801", "0359-2012345-801"],
  ["0359—2012345", "0359-2012345"],
  ["+86 139 0000 0000", "13900000000"],
  ["13900000000；", "13900000000"],
])("the telephone number %s is kept as %s", async (phone, kept) => {
  expect((await run("createMember", input({ phone }))).phone).toBe(kept);
});

test.each([
  ["13900000000/13900000001", "MEMBER_PHONE_TWO"],
  ["2012345", "MEMBER_PHONE_AREA"],
  ["139000", "MEMBER_PHONE_SHAPE"],
])("the telephone number %s is refused for what is wrong with it", async (phone, code) => {
  expect(codes(await refused("createMember", input({ phone })))).toEqual([`input.phone ${code}`]);
});
