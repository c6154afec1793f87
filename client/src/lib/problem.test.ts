import { CombinedError } from "urql";
import { expect, test } from "vitest";
import { mayRetry, problemOf } from "./problem.ts";

test("a refusal keeps its code, its fields and its words", () => {
  const fields = [{ path: ["input", "code"], code: "GRID_CODE_TAKEN", message: "taken" }];
  const error = new CombinedError({
    graphQLErrors: [{ message: "冲突", extensions: { code: "CONFLICT", fields, requestId: "r1" } }],
  });
  expect(problemOf(error)).toEqual({
    code: "CONFLICT",
    message: "冲突",
    faults: fields,
    requestId: "r1",
    retryAt: undefined,
  });
  expect(mayRetry(problemOf(error)!)).toBe(false);
});

test("no answer, a proxy's error and a busy server may be tried again", () => {
  const failed = (status?: number) =>
    new CombinedError({ networkError: new Error("x"), response: status && { status } });
  expect([undefined, 502, 503, 504].map((status) => mayRetry(problemOf(failed(status))!))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(mayRetry(problemOf(failed(500))!)).toBe(false);
});
