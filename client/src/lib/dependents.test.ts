import { expect, test } from "vitest";
import { everything } from "./changes.ts";
import { isTouched } from "./dependents.ts";

test("an assignment touches every list, but not who is signed in", () => {
  expect(isTouched("grids", ["Assignment"])).toBe(true);
  expect(isTouched("coverage", ["Assignment"])).toBe(true);
  expect(isTouched("viewer", ["Assignment"])).toBe(false);
});

test("a session touches sessions and the audit log only", () => {
  expect(isTouched("sessions", ["Session"])).toBe(true);
  expect(isTouched("grids", ["Session"])).toBe(false);
});

test("a role touches all that its holder sees", () => {
  expect(isTouched("viewer", ["RoleGrant"])).toBe(true);
  expect(isTouched("grids", ["RoleGrant"])).toBe(true);
});

test("after a gap in the stream everything counts as touched", () => {
  for (const field of ["viewer", "grids", "sessions"]) expect(isTouched(field, [everything])).toBe(true);
});
