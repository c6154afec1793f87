import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import type { ChecklistGround } from "../checklists/ground.ts";
import { act, itemOf, makeMatter, seat } from "../work/ground.ts";
import { at, goTo, passTo } from "../work/time-passes.ts";
import { makeGrid } from "../grids/ground.ts";
import { handIn, layLists, type Line, lineOf, listsOf, nextWeek, task, week } from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layLists();
});
afterAll(() => void (clock.at = null));

const [inIt, itsEnd, after] = ["2026-03-04T10:00", "2026-03-08T23:59", "2026-03-10T10:00"];

/** What moves by itself from reading to reading, or is of now. */
const ofThen = (line: Line) => {
  const { item: _, matter: __, isUnread: ___, ...then } = line;
  return then;
};

async function linesAbout(memberId: string, title: string, monday = week) {
  const { lines } = await listsOf(ground.bureau.administrator, memberId, monday);
  return lines.filter((line: Line) => line.title.startsWith(title)).map(ofThen);
}

/** What the week gave of it in its last minute is what it gives after it was done. */
async function expectToStand(title: string, change: () => Promise<unknown>) {
  const { officer } = ground;
  goTo(itsEnd);
  const before = await linesAbout(officer.memberId, title);
  expect(before.length).toBeGreaterThan(0);
  goTo(after);
  await change();
  expect(await linesAbout(officer.memberId, title)).toEqual(before);
}

const closeTask = async (id: string) => {
  const { officer, chief } = ground;
  await handIn(officer, id);
  await act(chief, "closeWork", { id, expectedVersion: (await itemOf(chief, id)).version });
};

async function issued(title: string, dueOn = "2026-03-06", to?: object) {
  goTo(inIt);
  return task(ground, title, dueOn, to);
}

test("readdressed in the next week, it stands on the past week of who had it", async () => {
  const { colleague, chief } = ground;
  const { id } = await issued("改派他人");
  await expectToStand("改派他人", () =>
    act(chief, "readdressWork", { id, to: { memberId: colleague.memberId }, reason: "换人办理" }),
  );
  expect(await linesAbout(colleague.memberId, "改派他人")).toEqual([]);
  expect(await linesAbout(colleague.memberId, "改派他人", nextWeek)).toMatchObject([{ standing: "CARRIED_OVER" }]);
  expect(await linesAbout(ground.officer.memberId, "改派他人", nextWeek)).toEqual([]);
});

test("readdressed twice, of a member first: each past week has who had it at its end", async () => {
  const { officer, colleague, chief, grid } = ground;
  const { id } = await issued("两次改派", "2026-03-06", { memberId: officer.memberId });
  await expectToStand("两次改派", () =>
    act(chief, "readdressWork", { id, to: { memberId: colleague.memberId }, reason: "换人" }),
  );
  goTo("2026-03-17T10:00");
  await act(chief, "readdressWork", { id, to: { gridId: grid.id }, reason: "再换" });
  const of = async (memberId: string, monday: string) => (await linesAbout(memberId, "两次改派", monday)).length;
  expect([await of(officer.memberId, week), await of(colleague.memberId, week)]).toEqual([1, 0]);
  expect([await of(officer.memberId, nextWeek), await of(colleague.memberId, nextWeek)]).toEqual([0, 1]);
  expect([await of(officer.memberId, "2026-03-16"), await of(colleague.memberId, "2026-03-16")]).toEqual([1, 0]);
});

test("A53: more time granted in the next week leaves the past week's due day and lateness", async () => {
  const { officer, chief, bureau } = ground;
  const { id } = await issued("申请延期");
  await passTo(bureau, itsEnd);
  expect(await linesAbout(officer.memberId, "申请延期")).toMatchObject([{ dueOn: "2026-03-06", isLate: true }]);
  await expectToStand("申请延期", async () => {
    await act(officer, "askForMoreTime", { id, clock: "FEEDBACK", days: 5, reason: "住户外出" });
    await act(chief, "grantMoreTime", { id, days: 5 });
  });
  const [now] = await linesAbout(officer.memberId, "申请延期", nextWeek);
  expect(now.dueOn > "2026-03-09").toBe(true);
});

test("suspended and resumed in the next week, all of its clocks move, and the past week's due day does not", async () => {
  const { chief } = ground;
  const { id } = await issued("先挂起");
  await expectToStand("先挂起", async () => {
    await act(chief, "suspendWork", { id, until: at("2026-03-20T09:00"), reason: "等待鉴定" });
    goTo("2026-03-12T10:00");
    await act(chief, "resumeWork", { id });
  });
  expect(await linesAbout(ground.officer.memberId, "先挂起")).toMatchObject([{ dueOn: "2026-03-06" }]);
});

test("cancelled in the next week, it stands on the past week as it was", async () => {
  const { chief } = ground;
  const { id } = await issued("后来撤销");
  await expectToStand("后来撤销", () => act(chief, "cancelWork", { id, reason: "不再需要" }));
  expect(await linesAbout(ground.officer.memberId, "后来撤销", nextWeek)).toEqual([]);
  const own = await issued("本人后来撤销", "2026-03-06", { memberId: ground.officer.memberId });
  await expectToStand("本人后来撤销", () => act(chief, "cancelWork", { id: own.id, reason: "不再需要" }));
});

test("A76: opened again in the next week, it keeps its achievement in the past one", async () => {
  const { officer, chief } = ground;
  const { id } = await issued("后来重开");
  await closeTask(id);
  goTo(itsEnd);
  const achieved = lineOf(await listsOf(chief, officer.memberId, week), "ACHIEVEMENTS", "后来重开");
  expect(achieved).toMatchObject({ standing: "DONE", closedOn: "2026-03-04" });
  await expectToStand("后来重开", () => act(chief, "reopenWork", { id, reason: "再核实" }));
  goTo("2026-03-18T10:00");
  await closeTask(id);
  const sources = (lines: Line[]) => lines.map(({ source }) => source).sort();
  expect(sources(await linesAbout(officer.memberId, "后来重开"))).toEqual(["ACHIEVEMENTS", "WORK_DUE"]);
  expect(sources(await linesAbout(officer.memberId, "后来重开", "2026-03-16"))).toEqual(["ACHIEVEMENTS", "WORK_DUE"]);
});

test("opened again within its week, it is no achievement of it", async () => {
  const { chief, officer } = ground;
  const { id } = await issued("当周重开");
  await closeTask(id);
  goTo("2026-03-05T10:00");
  await act(chief, "reopenWork", { id, reason: "再核实" });
  expect((await linesAbout(officer.memberId, "当周重开")).map(({ source }: { source: string }) => source)).toEqual([
    "WORK_DUE",
  ]);
});

test("late only after the week's end, it is not late in the past week", async () => {
  const { bureau, officer } = ground;
  const { id } = await issued("下周才逾期", "2026-03-11");
  await closeTask(id);
  const other = await issued("下周才逾期未办", "2026-03-11");
  await expectToStand("下周才逾期", () => passTo(bureau, "2026-03-13T10:00"));
  goTo("2026-03-13T10:00");
  await act(ground.chief, "reopenWork", { id, reason: "再核实" });
  await closeTask(other.id);
  expect(await linesAbout(officer.memberId, "下周才逾期未办", nextWeek)).toMatchObject([
    { standing: "LATE", isLate: true },
    { standing: "LATE" },
  ]);
});

test("a matter that is renamed, moved or opened again later stands on the past week as it was", async () => {
  const { bureau, officer, grid, stationId, chief } = ground;
  const there = await makeGrid(bureau, stationId);
  await seat(bureau, there.id, ground.colleague.memberId);
  goTo(inIt);
  const told = { gridId: grid.id, registeredAt: at(inIt), happenedAt: at(inIt) };
  const id = await makeMatter(ground, { ...told, title: "楼道堆物" });
  const version = async () => (await chief.run(`{ node(id: "${id}") { ... on Matter { version } } }`)).node.version;
  await expectToStand("楼道堆物", async () => {
    await act(chief, "updateMatter", { id, expectedVersion: await version(), title: "楼道堆放杂物" }, "id");
    await act(chief, "moveMatter", { id, expectedVersion: await version(), gridId: there.id }, "id");
    goTo("2026-03-11T10:00");
    await act(
      chief,
      "settleMatter",
      { id, expectedVersion: await version(), outcome: "SETTLED", outcomeNote: "已清理" },
      "id",
    );
  });
  const titles = async (memberId: string, monday: string) =>
    (await linesAbout(memberId, "楼道堆", monday)).map(({ title, standing }: Line) => `${title} ${standing}`);
  expect(await titles(officer.memberId, week)).toEqual(["楼道堆物 NEW"]);
  expect(await titles(ground.colleague.memberId, week)).toEqual([]);
  expect(await titles(ground.colleague.memberId, nextWeek)).toEqual(["楼道堆放杂物 SETTLED"]);
});
