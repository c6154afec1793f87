import { beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { makeStation } from "../grids/ground.ts";

const fields = "id name query columns isDense isOwn version viewerMay unit { id }";
const create = `mutation ($input: CreateListViewInput!) { createListView(input: $input) { ${fields} } }`;
const update = `mutation ($input: UpdateListViewInput!) { updateListView(input: $input) { ${fields} } }`;
const remove = "mutation ($input: DeleteListViewInput!) { deleteListView(input: $input) { id } }";
const prefer = `mutation ($input: SetListPreferenceInput!) { setListPreference(input: $input) { page columns isDense defaultView { id } } }`;
const habits =
  '{ listViews(filter: { page: "members" }) { nodes { name } } listPreferences { nodes { page columns isDense defaultView { name } } } }';

const view = { page: "members", name: "民警", query: "kind=OFFICER", columns: ["name", "badge"] };
const keyed = (input: object) => ({ input: { idempotencyKey: newKey(), ...input } });
const codesOf = ({ fields }: { fields: { path: unknown[]; code: string }[] }) =>
  fields.map(({ path, code }) => [path.at(-1), code]);
const namesOf = async (client: Client) =>
  (await client.run(habits)).listViews.nodes.map(({ name }: { name: string }) => name);

let bureau: Bureau;
let here: string;
beforeEach(async () => {
  bureau = await makeBureau();
  here = await makeStation(bureau);
});

test("a view is kept for its owner, called otherwise, put in another's place and let go; each is on record", async () => {
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: here });
  const { createListView: made } = await chief.run(create, keyed(view));
  expect(made).toMatchObject({
    name: "民警",
    query: "kind=OFFICER",
    columns: ["name", "badge"],
    isOwn: true,
    unit: null,
  });
  expect(made.viewerMay).toEqual(["UPDATE_LIST_VIEW", "DELETE_LIST_VIEW"]);
  const { updateListView: changed } = await chief.run(
    update,
    keyed({ id: made.id, expectedVersion: made.version, name: "本所民警", query: "kind=OFFICER&status=ACTIVE" }),
  );
  expect(changed).toMatchObject({ name: "本所民警", query: "kind=OFFICER&status=ACTIVE", columns: ["name", "badge"] });
  const { deleteListView } = await chief.run(remove, keyed({ id: made.id }));
  expect(deleteListView).toBe(null);
  expect(await namesOf(chief)).toEqual([]);
  const actions = await bureau.sql(
    (sql) => sql<{ action: string }[]>`
      select action from audit_entries where bureau_id = ${bureau.id} and entity_id = ${made.id} order by sequence`,
  );
  expect(actions.map(({ action }) => action)).toEqual(["listView.create", "listView.update", "listView.delete"]);
});

test("a view is nobody else's until it is shared, and then of whoever has the unit in reach", async () => {
  const [chief, colleague] = [
    await bureau.signIn({ role: "STATION_CHIEF", unitId: here }),
    await bureau.signIn({ role: "DISPATCHER", unitId: here }),
  ];
  const stranger = await bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(bureau) });
  const { createListView: made } = await chief.run(create, keyed(view));
  expect(await namesOf(colleague)).toEqual([]);
  await chief.run(update, keyed({ id: made.id, expectedVersion: made.version, unitId: here }));
  expect([await namesOf(colleague), await namesOf(stranger)]).toEqual([["民警"], []]);
  const { code } = await colleague.refused(remove, keyed({ id: made.id }));
  expect(code).toBe("FORBIDDEN");
  expect((await stranger.refused(remove, keyed({ id: made.id }))).code).toBe("NOT_FOUND");
});

test("members share nothing, and nobody shares with a unit out of reach", async () => {
  const elsewhere = await makeStation(bureau);
  const member = await bureau.signIn({ role: "MEMBER", unitId: here });
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: here });
  expect((await member.refused(create, keyed({ ...view, unitId: here }))).code).toBe("FORBIDDEN");
  expect((await chief.refused(create, keyed({ ...view, unitId: elsewhere }))).code).toBe("NOT_FOUND");
});

test("what is wrong with a view is told with its field, and a name is had once", async () => {
  const { administrator } = bureau;
  await administrator.run(create, keyed(view));
  expect(codesOf(await administrator.refused(create, keyed(view)))).toEqual([["name", "LIST_VIEW_NAME"]]);
  expect(codesOf(await administrator.refused(create, keyed({ ...view, name: " " })))).toEqual([["name", "REQUIRED"]]);
  expect(codesOf(await administrator.refused(create, keyed({ ...view, name: "乙", columns: [] })))).toEqual([
    ["columns", "LIST_COLUMNS"],
  ]);
  expect(codesOf(await administrator.refused(create, keyed({ ...view, name: "乙", page: "no such" })))).toEqual([
    ["page", "LIST_PAGE_UNKNOWN"],
  ]);
});

test("columns, density and what a page begins with are kept for the account alone", async () => {
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: here });
  const { createListView: made } = await chief.run(create, keyed(view));
  await chief.run(prefer, keyed({ page: "members", columns: ["name"], isDense: true, defaultViewId: made.id }));
  const kept = { page: "members", columns: ["name"], isDense: true, defaultView: { name: "民警" } };
  expect((await chief.run(habits)).listPreferences.nodes).toEqual([kept]);
  expect((await bureau.administrator.run(habits)).listPreferences.nodes).toEqual([]);
  expect(codesOf(await chief.refused(prefer, keyed({ page: "grids", defaultViewId: made.id })))).toEqual([
    ["defaultViewId", "LIST_VIEW_OF_ANOTHER_PAGE"],
  ]);
  await chief.run(remove, keyed({ id: made.id }));
  expect((await chief.run(habits)).listPreferences.nodes).toEqual([{ ...kept, defaultView: null }]);
  await chief.run(prefer, keyed({ page: "members" }));
  expect((await chief.run(habits)).listPreferences.nodes).toMatchObject([{ columns: null, isDense: false }]);
});

test("another bureau's view is refused, as default and to be changed", async () => {
  const other = await makeBureau();
  const { createListView: made } = await other.administrator.run(create, keyed(view));
  const { administrator } = bureau;
  expect((await administrator.refused(remove, keyed({ id: made.id }))).code).toBe("NOT_FOUND");
  expect((await administrator.refused(prefer, keyed({ page: "members", defaultViewId: made.id }))).code).toBe(
    "NOT_FOUND",
  );
});
