import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { assign, demand, dayFromNow, fromNow } from "../assignments/staffing.ts";
import { makeGrid, makeMember, makePoliceRoom, makeStation } from "./ground.ts";

const list = /* GraphQL */ `
  query (
    $filter: GridFilter
    $orderBy: GridOrder! = CODE
    $direction: OrderDirection! = ASC
    $at: DateTime
    $first: Int
    $after: String
  ) {
    grids(filter: $filter, orderBy: $orderBy, direction: $direction, at: $at, first: $first, after: $after) {
      nodes {
        name
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

async function makeGrids() {
  const bureau = await makeBureau();
  const [east, west] = [
    await makeStation(bureau, { name: "东派出所" }),
    await makeStation(bureau, { name: "西派出所" }),
  ];
  const roomId = await makePoliceRoom(bureau, east);
  await demand(bureau, { duty: "RESPONSIBLE_OFFICER" });
  const grids = {
    张庄: await makeGrid(bureau, east, {
      code: "AAAA-3",
      name: "张庄",
      households: 5,
      countedYear: 2024,
      policeRoomId: roomId,
    }),
    李村: await makeGrid(bureau, west, {
      code: "AAAA-1",
      name: "李村",
      kind: "SCENIC",
      households: 9,
      countedYear: 2024,
    }),
    王家: await makeGrid(bureau, west, { code: "AAAA-2", name: "王家", complexity: "COMPLEX", openedOn: "2025-01-01" }),
  };
  const names = async (variables: Record<string, unknown> = {}) =>
    (await bureau.administrator.run(list, variables)).grids.nodes.map((node: { name: string }) => node.name);
  return { bureau, east, west, roomId, grids, names };
}

test("grids are found by name, code and pinyin initials, and by where they lie", async () => {
  const { east, west, roomId, names } = await makeGrids();
  expect(await names({ filter: { search: " 张 " } })).toEqual(["张庄"]);
  expect(await names({ filter: { search: "zz" } })).toEqual(["张庄"]);
  expect(await names({ filter: { search: "aaaa-1" } })).toEqual(["李村"]);
  expect(await names({ filter: { search: "%" } })).toEqual([]);
  expect(await names({ filter: { stationId: west } })).toEqual(["李村", "王家"]);
  expect(await names({ filter: { stationIds: [east, west], kind: "SCENIC" } })).toEqual(["李村"]);
  expect(await names({ filter: { unitId: east } })).toEqual(["张庄"]);
  expect(await names({ filter: { unitId: roomId } })).toEqual(["张庄"]);
  expect(await names({ filter: { stationId: "none" } })).toEqual([]);
  expect(await names({ filter: { complexity: "COMPLEX" } })).toEqual(["王家"]);
});

test("grids are found by opening, vacancies and holders at a moment", async () => {
  const { bureau, east, grids, names } = await makeGrids();
  const officer = await makeMember(bureau, east);
  await assign(bureau.administrator, { gridId: grids.张庄.id, memberId: officer.id, from: fromNow(10) });
  expect(await names({ filter: { open: true }, at: "2024-06-01T00:00:00Z" })).toEqual(["李村", "张庄"]);
  expect(await names({ filter: { open: false }, at: "2024-06-01T00:00:00Z" })).toEqual(["王家"]);
  expect(await names({ filter: { hasVacancy: true } })).toEqual(["张庄"]);
  expect(await names({ filter: { hasVacancy: true }, at: fromNow(20) })).toEqual([]);
  expect(await names({ filter: { hasVacancy: true, duty: "MEDIATOR" } })).toEqual([]);
  expect(await names({ filter: { hasVacancy: false, open: true } })).toEqual(["李村", "王家"]);
  expect(await names({ filter: { holderId: officer.id } })).toEqual([]);
  expect(await names({ filter: { holderId: officer.id, duty: "RESPONSIBLE_OFFICER" }, at: fromNow(20) })).toEqual([
    "张庄",
  ]);
  const left = { open: null, hasVacancy: null, holderId: null, unitId: null, search: null };
  expect(await names({ filter: { ...left, duty: "RESPONSIBLE_OFFICER" }, at: fromNow(20) })).toEqual(["张庄"]);
  expect(await names({ filter: left })).toHaveLength(3);
  expect(await names({ orderBy: "VACANT", direction: "DESC" })).toEqual(["张庄", "王家", "李村"]);
  expect(await names({ orderBy: "GAPS_FIRST" })).toEqual(["张庄", "李村", "王家"]);
});

test("grids are found whose closing is planned before a day", async () => {
  const { bureau, grids, names } = await makeGrids();
  const { id, version } = grids.李村;
  const planned = dayFromNow(10);
  await bureau.administrator.run(`mutation ($input: CloseGridInput!) { closeGrid(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), id, expectedVersion: version, on: planned, reason: "撤并" },
  });
  expect(await names({ filter: { open: true, closedBefore: dayFromNow(11) } })).toEqual(["李村"]);
  expect(await names({ filter: { open: true, closedBefore: dayFromNow(10) } })).toEqual([]);
  expect(await names({ filter: { closedBefore: dayFromNow(11) }, at: fromNow(20) })).toEqual(["李村"]);
});

test("every order pages through all grids once", async () => {
  const { bureau, names } = await makeGrids();
  expect(await names({ orderBy: "NAME" })).toEqual(["李村", "王家", "张庄"]);
  expect(await names({ orderBy: "HOUSEHOLDS", direction: "DESC" })).toEqual(["李村", "张庄", "王家"]);
  expect(await names({ orderBy: "STATION" })).toEqual(["张庄", "李村", "王家"]);
  for (const orderBy of ["CODE", "NAME", "STATION", "HOUSEHOLDS", "POPULATION", "VACANT"])
    for (const direction of ["ASC", "DESC"]) {
      const paged: string[] = [];
      let after: string | undefined;
      do {
        const { grids } = await bureau.administrator.run(list, { orderBy, direction, first: 1, after });
        expect(grids.totalCount).toBe(3);
        paged.push(...grids.nodes.map((node: { name: string }) => node.name));
        after = grids.pageInfo.hasNextPage ? grids.pageInfo.endCursor : undefined;
      } while (after);
      expect(paged).toEqual(await names({ orderBy, direction }));
    }
});

test("a chief sees the grids of the own station, by list, code and unit", async () => {
  const { bureau, west } = await makeGrids();
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: west });
  const read = await chief.run(
    `{ grids { nodes { name } } east: grid(code: "AAAA-3") { name } west: grid(code: "AAAA-1") { name station { name } viewerMay } bureau { stations { name grids { name } } } }`,
  );
  expect(read).toEqual({
    grids: { nodes: [{ name: "李村" }, { name: "王家" }] },
    east: null,
    west: { name: "李村", station: { name: "西派出所" }, viewerMay: ["ASSIGN_MEMBERS"] },
    bureau: { stations: [{ name: "西派出所", grids: [{ name: "李村" }, { name: "王家" }] }] },
  });
});
