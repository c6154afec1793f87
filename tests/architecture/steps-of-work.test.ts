import { readFileSync } from "node:fs";
import "@maple-bridge/server/kernel/schema";
import { allWorkActions, ledgerRules, WorkState } from "@maple-bridge/server/modules/work";
import { expect, test } from "vitest";

const page = readFileSync(new URL("../../ARCHITECTURE.md", import.meta.url), "utf8");
const chapter = /^## Work, worked through$(.*?)^## /ms.exec(page)![1]!;

/** What the page calls a step in another way. */
const called: Record<string, string> = { SETTLE_A_RECEIPT: "DISPOSE" };
const actionsIn = (words: string) =>
  words.split(",").map((word) => {
    const name = word.trim().toUpperCase().replaceAll(" ", "_");
    return called[name] ?? name;
  });

test("the steps that meet a due time are those that ARCHITECTURE.md has in its table", () => {
  const rows = [...chapter.matchAll(/^\| ([a-z][a-z ,]+?) +\| (.{6}) \| (.{8}) \| (.{5}) \|$/gm)];
  const told = rows.flatMap(([, steps, ...columns]) => {
    const clocks = ["ACCEPT", "FEEDBACK", "CLOSE"].filter((_, index) => columns[index]!.includes("✓"));
    return clocks.length > 0 ? actionsIn(steps!).map((action) => [action, clocks.join()]) : [];
  });
  const held = allWorkActions.map((action) => [action, ledgerRules.meets(action).join()]);
  expect(told.sort()).toEqual(held.filter(([, clocks]) => clocks !== "").sort());
});

test("the page draws every state, and each step that leads to one", () => {
  const drawing = /^```$(.*?)^```$/ms.exec(chapter)![1]!.toLowerCase();
  const without = Object.keys(WorkState).filter(
    (state) => state !== "CANCELLED" && !drawing.includes(state.toLowerCase()),
  );
  expect(without).toEqual([]);
  // Receipts are told of with their matter.
  const leading = allWorkActions.filter((action) => ledgerRules.stateAfter(action) && action !== "DISPOSE");
  const undrawn = leading.filter((action) => !drawing.includes(action.toLowerCase().replaceAll("_", " ")));
  expect(undrawn).toEqual([]);
});
