import { describe, expect, test } from "vitest";
import { following } from "./use-next-gap.ts";

const a = { id: "a", duty: "AUXILIARY" } as const;
const a2 = { id: "a", duty: "MEDIATOR" } as const;
const b = { id: "b", duty: "MEDIATOR" } as const;

describe("the next gap", () => {
  test("is the first where no grid is open", () => {
    expect(following([a, b], undefined, undefined)).toBe(a);
  });

  test("is the open grid's own before another's", () => {
    expect(following([a, b], "b", undefined)).toBe(b);
  });

  test("is the one after the seat being filled, and the first again after the last", () => {
    expect(following([a, a2, b], "a", "AUXILIARY")).toBe(a2);
    expect(following([a, a2, b], "a", "MEDIATOR")).toBe(b);
    expect(following([a, a2, b], "b", "MEDIATOR")).toBe(a);
  });

  test("is another grid's once the open one has none left", () => {
    expect(following([b], "a", undefined)).toBe(b);
    expect(following([], "a", undefined)).toBeUndefined();
  });
});
