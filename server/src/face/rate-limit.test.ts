import { expect, it } from "vitest";
import { RateLimited } from "#kernel/errors";
import { countRates } from "./rate-limit.ts";

const address = (index: number) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;

it("counts the addresses of one IPv6 network together", () => {
  const rates = countRates({ signedIn: 9, strangers: 2 });
  rates.stranger("2001:db8::1");
  rates.stranger("2001:db8::2");
  expect(() => rates.stranger("2001:db8::3")).toThrow(RateLimited);
  expect(() => rates.stranger("2001:db8:0:1::3")).not.toThrow();
});

it("counts a stranger before anything is known of them, and not whoever proves to be none", () => {
  const rates = countRates({ signedIn: 9, strangers: 2 });
  for (let time = 0; time < 5; time++) {
    rates.stranger("192.0.2.1");
    rates.admitted("192.0.2.1");
  }
  for (let time = 0; time < 2; time++) rates.stranger("192.0.2.1");
  expect(() => rates.stranger("192.0.2.1")).toThrow(RateLimited);
});

it("begins anew when its time is over and at no other, however many addresses there are", () => {
  let now = 1_000;
  const rates = countRates({ signedIn: 1, strangers: 1_000 }, { now: () => now, mostKnown: 100 });
  rates.signedIn("session");
  for (let time = 0; time < 1_000; time++) rates.stranger("192.0.2.1");
  for (let index = 0; index < 500; index++) rates.stranger(address(index));
  expect(() => rates.signedIn("session")).toThrow(RateLimited);
  expect(() => rates.stranger("192.0.2.1")).toThrow(RateLimited);
  now += 10_000;
  expect(() => rates.signedIn("session")).not.toThrow();
  expect(() => rates.stranger("192.0.2.1")).not.toThrow();
});

it("refuses addresses beyond those it knows by a count that they share", () => {
  const rates = countRates({ signedIn: 1, strangers: 5 }, { mostKnown: 1_000 });
  const refused = new Set<number>();
  for (let index = 0; index < 8_000; index++)
    try {
      rates.stranger(address(index));
    } catch {
      refused.add(index);
    }
  expect(refused.size).toBeGreaterThan(0);
  expect(Math.min(...refused)).toBeGreaterThan(1_000);
});
