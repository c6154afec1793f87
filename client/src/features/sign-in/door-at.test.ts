import { expect, test } from "vitest";
import { doorAt, doorSearch } from "./door-at.ts";

test("a door is told by its path", () => {
  expect(["/sign-in", "/sign-in/", "/change-password", "/", "/grids"].map(doorAt)).toEqual([
    "sign-in",
    "sign-in",
    "change-password",
    undefined,
    undefined,
  ]);
});

test("one comes back to a path of this site only", () => {
  const backs = [
    "/grids?unit=1",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "https://elsewhere.example",
    "",
    "/change-password?first=1",
  ];
  expect(backs.map((back) => doorSearch(`?${new URLSearchParams({ back })}`).back)).toEqual([
    "/grids?unit=1",
    ...Array.from({ length: 5 }),
  ]);
  expect(doorSearch("?first=1")).toEqual({ back: undefined, first: true });
});
