import { beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau, type SignedIn } from "../../support/bureau.ts";
import { auditOf, makePoliceRoom, makeStation } from "../grids/ground.ts";
import { act, refusedAct } from "../work/ground.ts";
import { chiefOf, linesOf, retire, setAside, setLine, titlesOf } from "./ground.ts";

let bureau: Bureau;
let administrator: SignedIn;
let modelId: string;
let [first, second] = ["", ""];

/** The model has a line in the place of one of the bureau's, has set another aside, and has one of its own. */
beforeEach(async () => {
  bureau = await makeBureau();
  ({ administrator } = bureau);
  modelId = await makeStation(bureau, { name: "样板派出所" });
  [first, second] = [await makeStation(bureau), await makeStation(bureau)];
  await setLine(administrator, { code: "A", title: "甲" });
  const aside = await setLine(administrator, { code: "B", title: "乙" });
  await setLine(administrator, { code: "C", title: "丙" });
  await setLine(administrator, { code: "A", title: "甲（样板）", stationId: modelId });
  await setAside(administrator, aside, modelId);
  await setLine(administrator, { code: "D", title: "丁", stationId: modelId });
  await setLine(administrator, { code: "E", title: "戊", stationId: second });
});

const fields = "id station { id } model { id } linesSet linesEnded copiedAt";
const copy = (stationIds: string[]) => act(administrator, "copyDutyCatalogue", { modelId, stationIds }, fields);

interface Difference {
  kind: string;
  owner: string;
  code: string;
  model: { title: string; text: string | null } | null;
  own: { title: string; text: string | null } | null;
}

const differencesAt = async (by: SignedIn, unitId: string): Promise<Difference[]> =>
  (
    await by.run(
      `query ($unitId: ID!) { dutyCatalogueDifferences(unitId: $unitId) { kind owner code model { title text } own { title text } } }`,
      { unitId },
    )
  ).dutyCatalogueDifferences;

test("each of the stations has the model's lines from then on, with an answer and an entry for each", async () => {
  const copies = await copy([first, second]);
  expect(copies).toMatchObject([
    { station: { id: first }, model: { id: modelId }, linesSet: 3, linesEnded: 0 },
    { station: { id: second }, model: { id: modelId }, linesSet: 3, linesEnded: 1 },
  ]);
  for (const id of [modelId, first, second])
    expect(await titlesOf(administrator, id)).toEqual(["甲（样板）", "丙", "丁"]);
  expect((await linesOf(administrator, first, { withSetAside: true })).map(({ isSetAside }) => isSetAside)).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(await auditOf(bureau, copies[1].id)).toMatchObject([
    {
      action: "dutyCatalogue.copy",
      after: {
        stationId: second,
        modelId,
        set: ["AUXILIARY/A", "AUXILIARY/B", "AUXILIARY/D"],
        ended: ["AUXILIARY/E"],
      },
    },
  ]);
  const { unit } = await administrator.run(
    `query ($id: ID!) { unit(id: $id) { dutyCatalogueCopies { id model { name } } } }`,
    { id: second },
  );
  expect(unit.dutyCatalogueCopies).toEqual([{ id: copies[1].id, model: { name: "样板派出所" } }]);
  expect(await copy([first, second])).toEqual(copies);
});

test("a copied line tells from which copying it came, and a later one of the station's own does not", async () => {
  const [{ id }] = await copy([first]);
  const copiesOf = async (): Promise<unknown> =>
    (await administrator.run(`query ($id: ID!) { dutyCatalogue(unitId: $id) { code copy { id } } }`, { id: first }))
      .dutyCatalogue;
  expect(await copiesOf()).toEqual([
    { code: "A", copy: { id } },
    { code: "C", copy: null },
    { code: "D", copy: { id } },
  ]);
  await setLine(administrator, { code: "D", title: "丁（本所）", stationId: first });
  expect(await copiesOf()).toContainEqual({ code: "D", copy: null });
});

test("a station shows where it and its model differ since, with both texts, to its chief too", async () => {
  await copy([first]);
  const chief = await chiefOf(bureau, first);
  expect(await differencesAt(chief, first)).toEqual([]);
  await setLine(chief, { code: "A", title: "甲（本所）", text: "改过", stationId: first });
  await setLine(chief, { code: "F", title: "己", stationId: first });
  await setAside(
    chief,
    (await linesOf(administrator)).find(({ code }) => code === "C")!,
    first,
  );
  await setLine(administrator, { code: "G", title: "庚", stationId: modelId });
  const differences = await differencesAt(chief, first);
  expect(differences.sort((one, other) => (one.code < other.code ? -1 : 1))).toEqual([
    {
      ...{ kind: "CHANGED", owner: "AUXILIARY", code: "A" },
      model: { title: "甲（样板）", text: null },
      own: { title: "甲（本所）", text: "改过" },
    },
    { kind: "MISSING", owner: "AUXILIARY", code: "C", model: { title: "丙", text: null }, own: null },
    { kind: "ADDED", owner: "AUXILIARY", code: "F", model: null, own: { title: "己", text: null } },
    { kind: "MISSING", owner: "AUXILIARY", code: "G", model: { title: "庚", text: null }, own: null },
  ]);
  expect(await differencesAt(administrator, second)).toEqual([]);
  expect(await differencesAt(await chiefOf(bureau, second), first)).toEqual([]);
});

test("the last model counts, and a line that the bureau retires is missing from neither", async () => {
  await copy([first]);
  await act(administrator, "copyDutyCatalogue", { modelId: second, stationIds: [first] }, "id");
  expect(await titlesOf(administrator, first)).toEqual(["甲", "乙", "丙", "戊"]);
  await retire(
    administrator,
    (await linesOf(administrator)).find(({ code }) => code === "C")!,
  );
  expect(await differencesAt(administrator, first)).toEqual([]);
});

test("all of the stations or none: what is refused for one changes nothing at another", async () => {
  const ask = (input: object, by: SignedIn = administrator) =>
    refusedAct(by, "copyDutyCatalogue", { modelId, stationIds: [first], ...input });
  const room = await makePoliceRoom(bureau, first);
  const refusals = [
    [await ask({ stationIds: [] }), "DUTY_COPY_COUNT", ["input", "stationIds"]],
    [await ask({ stationIds: [first, modelId] }), "DUTY_COPY_OF_ITSELF", ["input", "stationIds", 1]],
    [await ask({ stationIds: [first, first] }), "DUTY_COPY_TWICE", ["input", "stationIds", 1]],
    [await ask({ stationIds: [first, room] }), "DUTY_LINE_STATION", ["input", "stationIds", 1]],
    [await ask({ modelId: room }), "DUTY_LINE_STATION", ["input", "modelId"]],
    [await ask({ stationIds: [first, bureau.id] }), "NOT_FOUND", ["input", "stationIds", 1]],
    [await ask({}, (await makeBureau()).administrator), "NOT_FOUND", ["input", "modelId"]],
  ] as const;
  for (const [refused, code, path] of refusals) expect(refused.fields).toMatchObject([{ code, path }]);
  const chief = await bureau.signIn({
    role: "STATION_CHIEF",
    grants: [
      { role: "STATION_CHIEF", unitId: first },
      { role: "MEMBER", unitId: second },
      { role: "MEMBER", unitId: modelId },
    ],
  });
  expect(await ask({ stationIds: [first, second] }, chief)).toMatchObject({ code: "FORBIDDEN" });
  expect(await titlesOf(administrator, first)).toEqual(["甲", "乙", "丙"]);
});
