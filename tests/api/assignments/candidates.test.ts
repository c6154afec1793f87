import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, fromNow, makeStaffed } from "./staffing.ts";

const candidates = /* GraphQL */ `
  query ($gridId: ID!, $search: String, $anyKind: Boolean! = false, $at: DateTime, $first: Int, $after: String) {
    candidates(
      gridId: $gridId
      duty: RESPONSIBLE_OFFICER
      search: $search
      anyKind: $anyKind
      at: $at
      first: $first
      after: $after
    ) {
      nodes {
        name
      }
      pageInfo {
        endCursor
      }
    }
  }
`;

async function makeCandidates() {
  const { bureau, stationId, grid, officer: near } = await makeStaffed();
  const elsewhere = await makeStation(bureau);
  const busy = await makeMember(bureau, stationId);
  const far = await makeMember(bureau, elsewhere);
  const other = await makeGrid(bureau, elsewhere);
  await assign(bureau.administrator, { gridId: other.id, memberId: busy.id });
  const ask = (variables: object = {}) => bureau.administrator.run(candidates, { gridId: grid.id, ...variables });
  const names = async (variables: object = {}) =>
    (await ask(variables)).candidates.nodes.map((node: { name: string }) => node.name);
  return { bureau, stationId, grid, near, busy, far, ask, names };
}

test("candidates for a seat are those of the grid's station first, then who holds fewer seats", async () => {
  const { near, busy, far, names } = await makeCandidates();
  expect(await names()).toEqual([near.name, busy.name, far.name]);
  expect(await names({ search: busy.badge.toLowerCase() })).toEqual([busy.name]);
});

test("candidates come page by page", async () => {
  const { near, busy, far, ask } = await makeCandidates();
  const seen: string[] = [];
  for (let after: string | null = null; seen.length < 3;) {
    const page: { nodes: { name: string }[]; pageInfo: { endCursor: string } } = (await ask({ first: 1, after }))
      .candidates;
    seen.push(page.nodes[0]!.name);
    after = page.pageInfo.endCursor;
  }
  expect(seen).toEqual([near.name, busy.name, far.name]);
});

test("who is on the seat already, has left, or is of another kind is no candidate", async () => {
  const { bureau, stationId, grid, near, busy, far, names } = await makeCandidates();
  await makeMember(bureau, stationId, { leftOn: "2024-01-01" });
  const mediator = await makeMember(bureau, stationId, { kind: "MEDIATOR" });
  await assign(bureau.administrator, { gridId: grid.id, memberId: near.id, to: fromNow(10) });
  expect(await names()).toEqual([busy.name, far.name]);
  expect(await names({ at: fromNow(20) })).toEqual([near.name, busy.name, far.name]);
  expect(await names({ anyKind: true })).toEqual([mediator.name, busy.name, far.name]);
});

test("another bureau's members are never candidates", async () => {
  const { grid } = await makeCandidates();
  const stranger = await makeBureau();
  const { candidates: seen } = await stranger.administrator.run(candidates, { gridId: grid.id });
  expect(seen.nodes).toEqual([]);
});
