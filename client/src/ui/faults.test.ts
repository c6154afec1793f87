import { expect, test } from "vitest";
import type { Problem } from "../lib/problem.ts";
import { markFaults } from "./faults.ts";

const problem: Problem = {
  code: "INVALID",
  message: "Some of the input is wrong.",
  faults: [
    { path: ["input", "name"], code: "REQUIRED", message: "This is required." },
    { path: ["input", "name"], code: "TOO_LONG", message: "At most 40 characters." },
    { path: ["input", "gridId"], code: "GRID_CLOSED", message: "The grid is closed." },
  ],
};

test("faults go to the field they name; one that no field shows stays with the problem", () => {
  const marked: unknown[] = [];
  const form = {
    getFieldsError: () => [{ name: ["name"], errors: [], warnings: [] }],
    setFields: (fields: unknown[]) => void marked.push(...fields),
  };
  const left = markFaults(form, problem);
  expect(marked).toEqual([{ name: ["name"], errors: ["This is required.", "At most 40 characters."] }]);
  expect(left.faults.map(({ code }) => code)).toEqual(["GRID_CLOSED"]);
});
