import { expect, it } from "vitest";
import { networkOf } from "./network.ts";

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2::7", "20010db800010002/64"],
  ["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "20010db800010002/64"],
  ["2001:db8:1:3::7", "20010db800010003/64"],
  ["::1", "0000000000000000/64"],
  ["unknown", "unknown"],
])("counts %s as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
