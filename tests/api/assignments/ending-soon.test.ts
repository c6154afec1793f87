import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, fromNow } from "./staffing.ts";

test("those in force are found that end before a moment; one without an end is none of them", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const ends = async (to: Date | undefined, from = fromNow(-5)) => {
    const [grid, { id: memberId }] = [await makeGrid(bureau, stationId), await makeMember(bureau, stationId)];
    await assign(bureau.administrator, { gridId: grid.id, memberId, from, to, reason: "补录" });
    return grid.name;
  };
  const soon = await ends(fromNow(10));
  await ends(fromNow(31));
  await ends(undefined);
  const planned = await ends(fromNow(12), fromNow(2));
  const found = async (filter: object) => {
    const document = `query ($filter: AssignmentFilter) { assignments(filter: $filter) { nodes { grid { name } } } }`;
    const { assignments } = await bureau.administrator.run(document, { filter });
    return assignments.nodes.map(({ grid }: { grid: { name: string } }) => grid.name).toSorted();
  };
  expect(await found({ state: "CURRENT", endsBefore: fromNow(30) })).toEqual([soon]);
  expect(await found({ endsBefore: fromNow(30) })).toEqual([planned, soon].toSorted());
  expect(await found({ state: "CURRENT", endsBefore: fromNow(10) })).toEqual([]);
});
