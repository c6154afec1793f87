import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

test("a unit says which kinds may stand right below it, and such a unit can be made", async () => {
  const { administrator, rootId } = await makeBureau();
  const create = (parentId: string, kind: string, name: string) =>
    administrator.run(`mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id childKinds } }`, {
      input: { idempotencyKey: newKey(), parentId, kind, name },
    });
  const { unit } = await administrator.run(`query ($id: ID!) { unit(id: $id) { childKinds } }`, { id: rootId });
  expect(unit.childKinds).toEqual(["STATION", "COMMAND_ROOM", "TEAM", "ZONE", "POLICE_ROOM", "PARTNER"]);
  const { createUnit: room } = await create(rootId, "POLICE_ROOM", "关帝庙警务室");
  expect(room.childKinds).toEqual(["WORKSTATION"]);
  const { createUnit: desk } = await create(room.id, "WORKSTATION", "庙前工作站");
  expect(desk.childKinds).toEqual([]);
});
