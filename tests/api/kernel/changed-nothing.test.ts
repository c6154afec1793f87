import { buildSchema } from "graphql";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { makeDivision, makeGrid, makeStation } from "../grids/ground.ts";
import { makeMember } from "../members/ground.ts";

interface Update {
  input: object;
  /** What the same, asked once more, is refused with, where it is not simply taken. */
  refusedWith?: string;
}

const day = "2026-03-01";
const schema = buildSchema(readFileSync(new URL("../../../schema/schema.graphql", import.meta.url), "utf8"));
const mutations = schema.getMutationType()!.getFields();

/** Every command that brings a row to values which it may have already, on a row of the bureau. */
const updates: Record<string, (bureau: Bureau) => Promise<Update>> = {
  applyStaffingPreset: async () => ({ input: { preset: "ONE_OFFICER_TWO_MEMBERS" } }),
  moveGrid: async (bureau) => {
    const { id } = await makeGrid(bureau, await makeStation(bureau));
    const stationId = await makeStation(bureau);
    return { input: { id, stationId, from: day, reason: "区划调整" }, refusedWith: "GRID_ALREADY_THERE" };
  },
  moveUnit: async (bureau) => {
    const [from, parentId] = [await makeStation(bureau), await makeStation(bureau)];
    const row = { parentId: from, kind: "POLICE_ROOM", name: "测试警务室" };
    return { input: { id: await makeStation(bureau, { ...row, level: 2 }), parentId } };
  },
  setDutyHolders: async () => ({ input: { duty: "MEDIATOR", memberKinds: ["LAWYER", "MEDIATOR"] } }),
  setStaffingStandard: async () => ({
    input: { gridKind: "VILLAGE", complexity: "COMPLEX", duty: "MEDIATOR", atLeast: 1, atMost: 2 },
  }),
  transferMember: async (bureau) => {
    const { id } = await makeMember(bureau, await makeStation(bureau));
    const unitId = await makeStation(bureau);
    return { input: { id, unitId, on: day, reason: "交流轮岗" }, refusedWith: "MEMBER_ALREADY_THERE" };
  },
  updateAbsence: async (bureau) => {
    const stationId = await makeStation(bureau);
    const [{ id: memberId }, { id: substituteId }] = [
      await makeMember(bureau, stationId),
      await makeMember(bureau, stationId),
    ];
    const { recordAbsence } = await run(bureau, "recordAbsence", {
      memberId,
      from: "2027-01-04T00:00:00Z",
      to: "2027-01-05T00:00:00Z",
      reason: "年休",
    });
    return { input: { id: recordAbsence.id, to: "2027-01-08T00:00:00Z", substituteId, reason: "年休假" } };
  },
  updateAccount: async (bureau) => {
    const { accountId: id } = await bureau.signIn({ role: "DISPATCHER" });
    return { input: { id, displayName: "指挥室" } };
  },
  updateDivision: async (bureau) => ({ input: { id: await makeDivision(bureau), name: "改名村" } }),
  updateGrid: async (bureau) => {
    const { id } = await makeGrid(bureau, await makeStation(bureau));
    const fixed = { households: 120, population: 300, countedYear: 2025 };
    return { input: { id, name: "改名网格", complexity: "COMPLEX", ...fixed, from: day, reason: "重新命名" } };
  },
  updateMember: async (bureau) => {
    const { id } = await makeMember(bureau, await makeStation(bureau));
    return { input: { id, name: "虚构乙", phone: "13800000000", joinedOn: day } };
  },
  updateSessionPolicy: async () => ({ input: { idleMinutes: 45, hours: 9 } }),
  updateUnit: async (bureau) => ({
    input: { id: await makeStation(bureau), name: "改名派出所", code: "GM01", position: 3, openedOn: day },
  }),
};

const inputOf = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
const documentOf = (name: string) => {
  const fields = /DutyHolders|StaffingPreset/.test(name) ? "__typename" : "id";
  return `mutation ($input: ${inputOf(name)}!) { ${name}(input: $input) { ${fields} } }`;
};
const run = (bureau: Bureau, name: string, input: object) =>
  bureau.administrator.run(documentOf(name), { input: { idempotencyKey: newKey(), ...input } });

/** What a command itself leaves, whether or not it changed something, and what every request leaves. */
const ofEachCommand = new Set(["idempotency_keys", "sessions"]);

/** Every row of the bureau but those. */
async function everything(bureau: Bureau) {
  return bureau.sql(async (sql) => {
    const tables = await sql<{ tableName: string }[]>`
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'bureau_id' order by table_name`;
    const names = tables.map(({ tableName }) => tableName).filter((name) => !ofEachCommand.has(name));
    const rows = [];
    for (const name of names) {
      const of = await sql`select to_jsonb(t) as row from ${sql(name)} t where bureau_id = ${bureau.id}`;
      rows.push(...of.map(({ row }) => `${name} ${JSON.stringify(row)}`));
    }
    return rows.sort();
  });
}

const versionOf = async (bureau: Bureau, { input }: Update): Promise<number | undefined> => {
  if (!("id" in input)) return undefined;
  const document = `query ($id: ID!) { node(id: $id) { ... on Grid { version } ... on Unit { version } ... on Member { version } ... on Absence { version } ... on Account { version } ... on Division { version } } }`;
  return (await bureau.administrator.run(document, { id: input.id })).node.version;
};

test("the table below names every command that brings a row to given values", () => {
  const named = Object.keys(mutations).filter((name) => /^(apply|move|rename|set|transfer|update)/.test(name));
  expect(Object.keys(updates).sort()).toEqual(named.sort());
});

test.each(Object.keys(updates))("%s that changes nothing writes nothing", async (name) => {
  const bureau = await makeBureau();
  const update = await updates[name]!(bureau);
  const takesVersion =
    "expectedVersion" in (schema.getType(inputOf(name)) as never as { getFields(): object }).getFields();
  const policyVersion = async () =>
    (await bureau.administrator.run("{ sessionPolicy { version } }")).sessionPolicy.version as number;
  const input = async () => ({
    ...update.input,
    ...(takesVersion && { expectedVersion: (await versionOf(bureau, update)) ?? (await policyVersion()) }),
  });
  const untouched = await everything(bureau);
  const first = await run(bureau, name, await input());
  const changed = await everything(bureau);
  expect(changed).not.toEqual(untouched);
  const again = { input: { idempotencyKey: newKey(), ...(await input()) } };
  const { data, errors } = await bureau.administrator.ask(documentOf(name), again);
  expect(await everything(bureau)).toEqual(changed);
  if (update.refusedWith) expect(errors?.[0]?.extensions.fields).toMatchObject([{ code: update.refusedWith }]);
  else expect(data).toEqual(first);
});
