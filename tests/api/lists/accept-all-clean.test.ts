import { afterAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { act, itemOf } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import { handIn, layLists, lineOf, listsOf, reviewed, setScheme, task, week } from "./ground.ts";

afterAll(() => void (clock.at = null));

test.each([
  ["the usual lists", undefined, null],
  ["lists with achievements", "SET_B", "ACCEPTED"],
])("of %s all that are clean are those that the week shows", async (_lists, preset, decision) => {
  const ground = await layLists();
  const { bureau, chief, officer } = ground;
  goTo("2026-03-04T10:00");
  if (preset) await setScheme(bureau.administrator, "applyListSchemePreset", { preset });
  const item = await task(ground, "走访企业", "2026-03-06");
  await handIn(officer, item.id);
  await act(chief, "closeWork", { id: item.id, expectedVersion: (await itemOf(chief, item.id, "version")).version });
  goTo("2026-03-09T09:00");
  const of = [chief, officer.memberId, week] as const;
  const before = await listsOf(...of);
  const achieved = { isClean: true, needsAWord: false, decision: null };
  expect(lineOf(before, "ACHIEVEMENTS", "走访企业")).toMatchObject(achieved);
  await reviewed(chief, "acceptAllClean", { memberId: officer.memberId, week });
  const after = await listsOf(...of);
  expect(lineOf(after, "WORK_DUE", "走访企业")).toMatchObject({ decision: "ACCEPTED" });
  expect(lineOf(after, "ACHIEVEMENTS", "走访企业")).toMatchObject({ decision });
});
