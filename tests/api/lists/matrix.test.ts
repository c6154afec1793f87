import { countsOf } from "@maple-bridge/server/modules/lists";
import { afterAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { act, field, itemOf, seat } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import { handIn, layLists, lineOf, listsOf, reviewed, task, week } from "./ground.ts";

afterAll(() => void (clock.at = null));

const matrix = /* GraphQL */ `
  query ($unitId: ID!, $from: LocalDate!, $weeks: Int!) {
    weekMatrix(unitId: $unitId, from: $from, weeks: $weeks) {
      member {
        id
      }
      week
      weekName
      lines
      done
      late
      missed
      returned
      waiting
      signedAt
      revision
    }
  }
`;

test("A16: the matrix counts what the lists of each member and week show, signed or not", async () => {
  const ground = await layLists();
  const { chief, officer, colleague, stationId, bureau, grid } = ground;
  const auxiliary = await field(bureau, stationId, { kind: "AUXILIARY" });
  await seat(bureau, grid.id, auxiliary.memberId, "AUXILIARY");
  const to = { gridId: grid.id, duty: "AUXILIARY" };
  for (const [title, dueOn] of [
    ["一", "2026-03-05"],
    ["二", "2026-03-06"],
    ["三", "2026-03-10"],
    ["四", "2026-03-13"],
  ] as const) {
    await task(ground, title, dueOn);
    await task(ground, title, dueOn, to);
  }
  const itemIn = async (title: string) =>
    (lineOf(await listsOf(officer, officer.memberId, week), "WORK_DUE", title) as unknown as { item: { id: string } })
      .item.id;
  const done = await itemIn("一");
  await handIn(officer, done);
  await act(chief, "closeWork", { id: done, expectedVersion: (await itemOf(chief, done)).version });
  await handIn(officer, await itemIn("二"));
  goTo("2026-03-12T09:00");
  const of = { memberId: officer.memberId, week };
  const line = lineOf(await listsOf(chief, officer.memberId, week), "WORK_DUE", "二");
  await reviewed(chief, "returnLine", { ...of, line: { key: line.key }, reason: "请补照片" });
  await reviewed(chief, "signWeek", { memberId: colleague.memberId, week });
  await reviewed(chief, "signWeek", of);
  goTo("2026-03-18T09:00");
  const { weekMatrix } = await chief.run(matrix, { unitId: stationId, from: "2026-02-23", weeks: 4 });
  expect(weekMatrix).toHaveLength(12);
  let lines = 0;
  for (const cell of weekMatrix) {
    const lists = await listsOf(chief, cell.member.id, cell.week);
    expect(cell).toMatchObject({ lines: lists.lines.length, ...countsOf(lists.lines) });
    expect(cell.signedAt).toBe(lists.review?.signedAt ?? null);
    lines += cell.lines;
  }
  expect(lines).toBeGreaterThan(10);
  expect(weekMatrix.filter(({ signedAt }: { signedAt: string | null }) => signedAt)).toHaveLength(2);
  const refused = await chief.refused(matrix, { unitId: stationId, from: "2026-02-24", weeks: 4 });
  expect(refused.fields).toMatchObject([{ code: "WEEK_NOT_A_MONDAY" }]);
  const { weekMatrix: foreign } = await (
    await layLists()
  ).chief.run(matrix, { unitId: stationId, from: week, weeks: 1 });
  expect(foreign).toEqual([]);
});
