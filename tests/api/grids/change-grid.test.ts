import { dayOf } from "@maple-bridge/server/kernel/day";
import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { auditOf, makeDivision, makeGrid, makePoliceRoom, makeStation } from "./ground.ts";

const updateGrid = /* GraphQL */ `
  mutation ($input: UpdateGridInput!) {
    updateGrid(input: $input) {
      id
      name
      kind
      households
      countedYear
      version
      division {
        id
      }
      history {
        action
        before
        after
      }
    }
  }
`;
const moveGrid = /* GraphQL */ `
  mutation ($input: MoveGridInput!) {
    moveGrid(input: $input) {
      station {
        id
      }
      policeRoom {
        id
      }
      version
    }
  }
`;
const withKey = (input: object) => ({ input: { idempotencyKey: newKey(), expectedVersion: 1, ...input } });

async function makePlace() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  return { bureau, stationId, grid: await makeGrid(bureau, stationId, { households: 10, countedYear: 2023 }) };
}

test("what is given changes, null clears, and the rest stays", async () => {
  const { bureau, grid } = await makePlace();
  const { updateGrid: changed } = await bureau.administrator.run(
    updateGrid,
    withKey({ id: grid.id, name: "新名网格", households: null, complexity: "COMPLEX" }),
  );
  expect(changed).toMatchObject({
    name: "新名网格",
    kind: "ENTERPRISE",
    households: null,
    countedYear: 2023,
    version: 2,
  });
  expect(changed.history[0]).toEqual({
    action: "grid.update",
    before: { name: grid.name, households: 10, complexity: "ORDINARY" },
    after: { name: "新名网格", households: null, complexity: "COMPLEX", startsOn: dayOf(new Date()) },
  });
});

test("a grid turned into a village's needs its division", async () => {
  const { bureau, grid } = await makePlace();
  const refused = await bureau.administrator.refused(updateGrid, withKey({ id: grid.id, kind: "VILLAGE" }));
  expect(refused).toMatchObject({
    code: "INVALID",
    fields: [{ path: ["input", "divisionId"], code: "GRID_DIVISION_REQUIRED" }],
  });
  const divisionId = await makeDivision(bureau);
  expect(
    (await bureau.administrator.run(updateGrid, withKey({ id: grid.id, kind: "VILLAGE", divisionId }))).updateGrid,
  ).toMatchObject({ kind: "VILLAGE", division: { id: divisionId } });
});

test("a version that moved on and a code that is taken are refused", async () => {
  const { bureau, stationId, grid } = await makePlace();
  const other = await makeGrid(bureau, stationId);
  expect(
    await bureau.administrator.refused(updateGrid, withKey({ id: grid.id, expectedVersion: 9, name: "x" })),
  ).toMatchObject({ code: "CONFLICT", fields: [{ code: "VERSION_MOVED", params: { version: 1 } }] });
  expect(
    (await bureau.administrator.refused(updateGrid, withKey({ id: grid.id, code: other.code }))).fields,
  ).toMatchObject([{ code: "GRID_CODE_TAKEN", params: { grid: other.name } }]);
});

test("a grid moves to another station and leaves its police room", async () => {
  const { bureau, grid } = await makePlace();
  const stationId = await makeStation(bureau);
  const roomId = await makePoliceRoom(bureau, stationId);
  const { moveGrid: moved } = await bureau.administrator.run(
    moveGrid,
    withKey({ id: grid.id, stationId, policeRoomId: roomId }),
  );
  expect(moved).toEqual({ station: { id: stationId }, policeRoom: { id: roomId }, version: 2 });
  expect((await auditOf(bureau, grid.id)).at(-1)).toMatchObject({
    action: "grid.move",
    after: { stationId, policeRoomId: roomId },
  });
  const again = await bureau.administrator.refused(moveGrid, withKey({ id: grid.id, expectedVersion: 2, stationId }));
  expect(again).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "stationId"], code: "GRID_ALREADY_THERE" }],
  });
});

test("who may not is refused, and another bureau's grid or station looks absent", async () => {
  const { bureau, stationId, grid } = await makePlace();
  const [chief, other] = [await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId }), await makeBureau()];
  expect((await chief.refused(updateGrid, withKey({ id: grid.id, name: "x" }))).code).toBe("FORBIDDEN");
  expect((await chief.refused(moveGrid, withKey({ id: grid.id, stationId }))).code).toBe("FORBIDDEN");
  expect((await other.administrator.refused(updateGrid, withKey({ id: grid.id, name: "x" }))).code).toBe("NOT_FOUND");
  expect((await other.administrator.refused(moveGrid, withKey({ id: grid.id, stationId }))).code).toBe("NOT_FOUND");
  expect(
    await bureau.administrator.refused(moveGrid, withKey({ id: grid.id, stationId: await makeStation(other) })),
  ).toMatchObject({ code: "NOT_FOUND", fields: [{ path: ["input", "stationId"] }] });
  expect((await bureau.stranger.refused(updateGrid, withKey({ id: grid.id }))).code).toBe("UNAUTHENTICATED");
});
