import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { auditOf } from "../grids/ground.ts";
import { act, refusedAct } from "../work/ground.ts";

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
});

const fields = "id kind code revision name intakeClass position isInForce version viewerMay";
const set = (input: object) =>
  act(bureau.administrator, "setMatterCategory", { kind: "HAZARD", code: "fire", name: "消防", ...input }, fields);
const listed = async (args: string) =>
  (await bureau.administrator.run(`{ matterCategories(${args}) { ${fields} } }`)).matterCategories;

test("a change makes a new revision, the same again nothing, and a retired one may come back", async () => {
  const first = await set({});
  expect(first).toMatchObject({ code: "FIRE", revision: 1, position: 1, isInForce: true });
  expect(await set({})).toEqual(first);
  const second = await set({ name: "消防隐患", intakeClass: "安全" });
  expect(second).toMatchObject({ revision: 2, name: "消防隐患", position: 1 });
  expect(await listed("kind: HAZARD")).toEqual([second]);
  expect((await listed("kind: HAZARD, always: true")).map(({ name }: { name: string }) => name)).toEqual([
    "消防",
    "消防隐患",
  ]);
  await act(bureau.administrator, "retireMatterCategory", { id: second.id, expectedVersion: second.version }, "id");
  expect(await listed("kind: HAZARD")).toEqual([]);
  const again = { id: second.id, expectedVersion: second.version + 1 };
  expect(await refusedAct(bureau.administrator, "retireMatterCategory", again)).toMatchObject({
    fields: [{ code: "MATTER_CATEGORY_ENDED" }],
  });
  expect(await set({})).toMatchObject({ revision: 3 });
  expect((await auditOf(bureau, second.id)).map(({ action }) => action)).toEqual([
    "matterCategory.set",
    "matterCategory.retire",
  ]);
});

test.each([
  ["DISPUTES", "DISPUTE", 18],
  ["INTAKE", "SERVICE", 4],
  ["FIVE_SMALL", "SERVICE", 9],
  ["HAZARDS", "HAZARD", 9],
  ["INCIDENTS", "INCIDENT", 9],
])("the preset %s is set, and set again changes nothing", async (preset, kind, count) => {
  const apply = () => act(bureau.administrator, "applyMatterCategoryPreset", { preset }, "id name");
  const given = await apply();
  expect(await listed(`kind: ${kind}`)).toHaveLength(count);
  expect(await apply()).toEqual(given);
});

test("only the bureau's administrators set categories, with a code and a name that can be kept", async () => {
  const input = { kind: "HAZARD", code: "X", name: "测试" };
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  expect(await refusedAct(chief, "setMatterCategory", input)).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedAct(chief, "applyMatterCategoryPreset", { preset: "DISPUTES" })).toMatchObject({
    code: "FORBIDDEN",
  });
  const ask = (more: object) => refusedAct(bureau.administrator, "setMatterCategory", { ...input, ...more });
  expect(await ask({ code: "坏" })).toMatchObject({
    fields: [{ path: ["input", "code"], code: "MATTER_CATEGORY_CODE" }],
  });
  expect(await ask({ name: "11010519491231002X" })).toMatchObject({
    fields: [{ path: ["input", "name"], code: "IDENTITY_NUMBER" }],
  });
  expect(await ask({ position: 1_000 })).toMatchObject({
    fields: [{ path: ["input", "position"], code: "OUT_OF_RANGE" }],
  });
  const other = await makeBureau();
  const foreign = await act(bureau.administrator, "setMatterCategory", input, "id version");
  expect(
    await refusedAct(other.administrator, "retireMatterCategory", { id: foreign.id, expectedVersion: 1 }),
  ).toMatchObject({
    code: "NOT_FOUND",
  });
});
