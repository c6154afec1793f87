import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { assign, withKey } from "../assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "./ground.ts";

const answer = "id isDone refusal message";
const moveGrids = `mutation ($input: MoveGridsInput!) { moveGrids(input: $input) { ${answer} } }`;
const closeGrids = `mutation ($input: CloseGridsInput!) { closeGrids(input: $input) { ${answer} } }`;
const standing = `query ($id: ID!) { node(id: $id) { ... on Grid { closedOn version station { id } history { action } } } }`;

async function makeSome() {
  const bureau = await makeBureau();
  const [here, there] = [await makeStation(bureau), await makeStation(bureau)];
  const grids = [await makeGrid(bureau, here), await makeGrid(bureau, here), await makeGrid(bureau, here)];
  const rows = grids.map(({ id, version }) => ({ id, expectedVersion: version }));
  const now = async (id: string) => (await bureau.administrator.run(standing, { id })).node;
  return { bureau, here, there, grids, rows, now };
}

test("those that can are closed, and each has its answer in the order given, once for a key", async () => {
  const { bureau, here, grids, rows, now } = await makeSome();
  const officer = await makeMember(bureau, here);
  await assign(bureau.administrator, { gridId: grids[1]!.id, memberId: officer.id });
  const input = withKey({ rows, mode: "THOSE_THAT_CAN", on: "2099-01-01" });
  const done = await bureau.administrator.run(closeGrids, input);
  expect(done.closeGrids).toMatchObject([
    { id: grids[0]!.id, isDone: true, refusal: null },
    {
      id: grids[1]!.id,
      isDone: false,
      refusal: "GRID_HAS_ASSIGNMENTS",
      message: expect.stringContaining(officer.badge),
    },
    { id: grids[2]!.id, isDone: true, refusal: null },
  ]);
  expect(await bureau.administrator.run(closeGrids, input)).toEqual(done);
  expect(await now(grids[0]!.id)).toMatchObject({
    closedOn: "2099-01-01",
    version: 2,
    history: [{ action: "grid.close" }, {}],
  });
  expect(await now(grids[1]!.id)).toMatchObject({ closedOn: null, version: 1 });
});

test("all or none: one that is refused keeps all from being closed, and is told by its number", async () => {
  const { bureau, rows, now } = await makeSome();
  const asked = rows.map((row, index) => (index === 1 ? { ...row, expectedVersion: 9 } : row));
  const input = withKey({ rows: asked, mode: "ALL_OR_NONE", on: "2099-01-01" });
  expect((await bureau.administrator.refused(closeGrids, input)).fields).toMatchObject([{ code: "VERSION_MOVED" }]);
  for (const { id } of rows) expect(await now(id)).toMatchObject({ closedOn: null });
});

test("many are moved, but those out of reach look absent to who asks", async () => {
  const { bureau, here, there, grids, rows, now } = await makeSome();
  const input = withKey({ rows, mode: "THOSE_THAT_CAN", stationId: there });
  const done = await bureau.administrator.run(moveGrids, input);
  expect(done.moveGrids.map(({ isDone }: { isDone: boolean }) => isDone)).toEqual([true, true, true]);
  expect(await now(grids[2]!.id)).toMatchObject({ station: { id: there }, history: [{ action: "grid.move" }, {}] });
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: here });
  const again = await chief.run(closeGrids, withKey({ rows, mode: "THOSE_THAT_CAN", on: "2099-01-01" }));
  expect(again.closeGrids.map(({ refusal }: { refusal: string }) => refusal)).toEqual([
    "NOT_FOUND",
    "NOT_FOUND",
    "NOT_FOUND",
  ]);
  const stranger = (await makeBureau()).administrator;
  const elsewhere = await stranger.run(closeGrids, withKey({ rows, mode: "THOSE_THAT_CAN", on: "2099-01-01" }));
  expect(elsewhere.closeGrids.every(({ isDone }: { isDone: boolean }) => !isDone)).toBe(true);
});

test("none, too many, and one named twice are refused as a whole", async () => {
  const { bureau, rows } = await makeSome();
  const refused = async (some: object[]) =>
    (await bureau.administrator.refused(closeGrids, withKey({ rows: some, mode: "THOSE_THAT_CAN", on: "2099-01-01" })))
      .fields;
  expect(await refused([])).toMatchObject([{ path: ["input", "rows"], code: "OUT_OF_RANGE" }]);
  expect(await refused([rows[0]!, rows[0]!])).toMatchObject([{ path: ["input", "rows"], code: "NAMED_TWICE" }]);
});
