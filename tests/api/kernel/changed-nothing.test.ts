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
  /** Of what has no id to be read by. */
  version?: (bureau: Bureau) => Promise<number>;
}

const day = "2026-03-01";

/** A matter that somebody has registered at the grid of the bureau. */
async function makeMatter(bureau: Bureau) {
  const stationId = await makeStation(bureau);
  const [grid, { id: firstReceiverId }] = [await makeGrid(bureau, stationId), await makeMember(bureau, stationId)];
  const { setMatterCategory } = await run(bureau, "setMatterCategory", {
    kind: "DISPUTE",
    code: "OTHER",
    name: "其他",
  });
  const matter = { kind: "DISPUTE", categoryId: setMatterCategory.id, source: "PATROL", title: "噪音" };
  const { registerMatter } = await run(bureau, "registerMatter", { ...matter, gridId: grid.id, firstReceiverId });
  return { id: registerMatter.id as string, stationId };
}

const schema = buildSchema(readFileSync(new URL("../../../schema/schema.graphql", import.meta.url), "utf8"));
const mutations = schema.getMutationType()!.getFields();

/** Every command that brings a row to values which it may have already, on a row of the bureau. */
const updates: Record<string, (bureau: Bureau) => Promise<Update>> = {
  applyStaffingPreset: async () => ({ input: { preset: "ONE_OFFICER_TWO_MEMBERS" } }),
  applyDutyPreset: async () => ({ input: { preset: "SIX_ROLES" } }),
  applyListSchemePreset: async () => ({ input: { preset: "SET_A" } }),
  setListScheme: async () => ({
    input: {
      lists: [
        { title: "职责", source: "DUTIES" },
        { title: "任务", source: "WORK_DUE" },
        { title: "成绩", source: "ACHIEVEMENTS" },
      ],
    },
  }),
  setListPreference: async () => ({ input: { page: "grids", columns: ["code", "name"], isDense: true } }),
  updateListView: async (bureau) => {
    const view = { page: "grids", name: "甲", query: "kind=VILLAGE" };
    return { input: { id: (await run(bureau, "createListView", view)).createListView.id, name: "乙", query: "" } };
  },
  setRecheckQuota: async () => ({ input: { perMonth: 5 } }),
  applyChecklistPreset: async () => ({ input: { preset: "FIRE" } }),
  applyMatterCategoryPreset: async () => ({ input: { preset: "DISPUTES" } }),
  moveMatter: async (bureau) => {
    const { id, stationId } = await makeMatter(bureau);
    return { input: { id, gridId: (await makeGrid(bureau, stationId)).id } };
  },
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
  setCalendarDays: async (bureau) => ({
    input: {
      id: (await run(bureau, "draftCalendar", {})).draftCalendar.id,
      days: [{ day: "2026-03-03", opening: "CLOSED", name: "本地节日" }],
      announcedYears: [2026],
    },
  }),
  setCalendarShifts: async (bureau) => ({
    input: {
      id: (await run(bureau, "draftCalendar", {})).draftCalendar.id,
      shifts: [{ startsMinute: 480, endsMinute: 720 }],
    },
  }),
  applyDeadlinePreset: async () => ({ input: { preset: "USUAL" } }),
  setChecklistDraft: async (bureau) => {
    const content = {
      windowDays: 7,
      owers: [{ duty: "MEDIATOR" }],
      items: [{ code: "A", wording: "甲", evidence: "TEXT" }],
    };
    const { draftChecklist } = await run(bureau, "draftChecklist", { code: "A", name: "清单", content: {} });
    return { input: { id: draftChecklist.id, content } };
  },
  renameChecklist: async (bureau) => {
    const { draftChecklist } = await run(bureau, "draftChecklist", { code: "B", name: "清单", content: {} });
    return { input: { id: draftChecklist.id, name: "每周走访" } };
  },
  setDeadlineRule: async () => ({
    input: { kind: "TASK", urgency: "URGENT", unit: "WORKING_DAYS", feedbackWithin: 2 },
  }),
  setDutyLine: async (bureau) => ({
    input: { stationId: await makeStation(bureau), duty: "AUXILIARY", code: "PATROL", title: "巡逻" },
  }),
  setDutyLineAside: async (bureau) => {
    const { setDutyLine } = await run(bureau, "setDutyLine", { unitKind: "DESK", code: "PATROL", title: "巡逻" });
    return { input: { id: setDutyLine.id, stationId: await makeStation(bureau) } };
  },
  setDutyHolders: async () => ({
    input: { duty: "MEDIATOR", memberKinds: ["LAWYER", "MEDIATOR"] },
    version: async (bureau) =>
      (await bureau.administrator.run("{ dutyHolders { duty version } }")).dutyHolders.find(
        ({ duty }: { duty: string }) => duty === "MEDIATOR",
      ).version,
  }),
  setMatterCategory: async () => ({ input: { kind: "HAZARD", code: "FIRE", name: "消防" } }),
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
  updateMatter: async (bureau) => {
    const { id } = await makeMatter(bureau);
    return { input: { id, title: "夜间噪音", description: "连续三晚", urgency: "URGENT" } };
  },
  updateMember: async (bureau) => {
    const { id } = await makeMember(bureau, await makeStation(bureau));
    return { input: { id, name: "虚构乙", phone: "13800000000", joinedOn: day } };
  },
  updateSessionPolicy: async () => ({
    input: { idleMinutes: 45, hours: 9 },
    version: async (bureau) => (await bureau.administrator.run("{ sessionPolicy { version } }")).sessionPolicy.version,
  }),
  updateUnit: async (bureau) => ({
    input: { id: await makeStation(bureau), name: "改名派出所", code: "GM01", position: 3, openedOn: day },
  }),
};

const inputOf = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
const documentOf = (name: string) => {
  const fields = /DutyHolders|StaffingPreset|DeadlinePreset/.test(name) ? "__typename" : "id";
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

const versionOf = async (bureau: Bureau, { input, version }: Update): Promise<number> => {
  if (!("id" in input)) return version!(bureau);
  const document = `query ($id: ID!) { node(id: $id) { ... on Grid { version } ... on Unit { version } ... on Member { version } ... on Absence { version } ... on Account { version } ... on Division { version } ... on Matter { version } ... on CalendarRevision { version } ... on ChecklistTemplate { version } ... on ListView { version } } }`;
  return (await bureau.administrator.run(document, { id: input.id })).node.version;
};

test("the table below names every command that brings a row to given values", () => {
  // Many grids go by the path of one.
  const named = Object.keys(mutations).filter(
    (name) => /^(apply|move|rename|set|transfer|update)[A-Z]/.test(name) && name !== "moveGrids",
  );
  expect(Object.keys(updates).sort()).toEqual(named.sort());
});

test.each(Object.keys(updates))("%s that changes nothing writes nothing", async (name) => {
  const bureau = await makeBureau();
  const update = await updates[name]!(bureau);
  const takesVersion =
    "expectedVersion" in (schema.getType(inputOf(name)) as never as { getFields(): object }).getFields();
  const input = async () => ({
    ...update.input,
    ...(takesVersion && { expectedVersion: await versionOf(bureau, update) }),
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
