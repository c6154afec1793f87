import { mondayOf } from "@maple-bridge/server/kernel/day";
import { expect, test } from "vitest";
import { workbookOf } from "../../support/workbook.ts";
import { listsOf, standings } from "../lists/ground.ts";
import { act } from "../work/ground.ts";
import { countOf, errorsOf } from "./importing.ts";
import { bring, bringAll, layLedgers } from "./ledgers.ts";

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const inDays = (days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const matters = `query { matters(orderBy: NUMBER, direction: ASC, first: 50) { nodes { kind title description urgency state outcomeNote
  items { kind nextDueAt isLate } } } }`;
const tasks = `query { workItems(filter: { kind: [TASK] }, orderBy: NUMBER, direction: ASC, first: 50) { nodes { number title instructions state isOpen isLate nextDueAt
  closedAt outcome grid { id } duty member { id } unit { id } events { action cause fromState toState happenedAt } } } }`;

test("a ledger of hazards: what is to be rectified by a day ahead is due then, what is past has time anew, and 销号 ends", async () => {
  const { bureau, gridName } = await layLedgers();
  await act(bureau.administrator, "applyDeadlinePreset", { preset: "USUAL" }, "id");
  await act(bureau.administrator, "setMatterCategory", { kind: "HAZARD", code: "FIRE", name: "消防" }, "id");
  const due = inDays(20);
  const bytes = workbookOf([
    [
      "序号",
      "检查时间",
      "检查工点",
      "村社区",
      "隐患问题描述",
      "隐患类型",
      "隐患等级",
      "整改措施",
      "整改期限",
      "整改责任人",
      "整改完成日期",
      "销号情况",
    ],
    ["1", "2026.3.2", "示例库房", gridName, "堆物堵门", "消防隐患", "一般", "清理通道", due, "虚构店主", "", "未销号"],
    ["2", "2026.3.2", "示例店", gridName, "灭火器过期", "消防", "重大", "更换", "2026.3.9", "虚构店主", "", "否"],
    [
      "3",
      "2026.3.2",
      "示例厂",
      gridName,
      "线路老化",
      "消防",
      "一般",
      "更换",
      "2026.3.9",
      "虚构店主",
      "2026.3.8",
      "已销号",
    ],
  ]);
  expect(await bringAll(bureau, "HAZARDS", bytes)).toMatchObject({
    summary: { mattersOpened: 2, mattersEnded: 1, deadlinesPassed: 1 },
  });
  const { matters: found } = await bureau.administrator.run(matters);
  expect(found.nodes).toMatchObject([
    { kind: "HAZARD", state: "OPEN", description: "堆物堵门\n整改要求：清理通道", urgency: "ORDINARY" },
    {
      state: "OPEN",
      description: "灭火器过期\n整改要求：更换\n台账所载期限：2026-03-09",
      urgency: "URGENT",
      items: [{ isLate: false }],
    },
    { state: "SETTLED", items: [] },
  ]);
  expect(found.nodes[0].items[0].nextDueAt).toBe(new Date(`${inDays(21)}T00:00:00+08:00`).toISOString());
  expect(new Date(found.nodes[1].items[0].nextDueAt).getTime()).toBeGreaterThan(Date.now());
});

test("a ledger of tasks: of members, seats and units; what is done comes in closed, by events of cause IMPORT", async () => {
  const { bureau, gridName, grid, colleague, stationId } = await layLedgers();
  await act(bureau.administrator, "applyDeadlinePreset", { preset: "USUAL" }, "id");
  const [station, member] = await bureau.sql(async (sql) => {
    const [unit] = await sql<
      { name: string }[]
    >`select name from units where bureau_id = ${bureau.id} and id = ${stationId}`;
    const [named] = await sql<
      { name: string }[]
    >`select name from members where bureau_id = ${bureau.id} and id = ${colleague.memberId}`;
    return [unit!.name, named!.name];
  });
  const bytes = workbookOf([
    [
      "编号",
      "布置时间",
      "工作任务",
      "牵头单位",
      "责任人",
      "网格",
      "岗位",
      "完成时限",
      "完成情况",
      "完成时间",
      "工作结果",
    ],
    ["甲1", "2026-03-02", "更换巡逻牌", station, member, "", "", inDays(3), "", "", ""],
    ["甲2", "2026-03-02", "检查路灯", station, "", gridName, "驻村辅警", "2026-03-09", "进行中", "", ""],
    ["甲3", "2026-03-02", "报送总结", station, "", "", "", "", "", "", ""],
    ["甲4", "2026-03-02", "张贴告示", "", "", gridName, "", "2026-03-09", "已完成", "2026-03-08", "张贴二十处"],
  ]);
  expect(await bringAll(bureau, "TASKS", bytes)).toMatchObject({
    summary: { tasksOpened: 3, tasksEnded: 1, tasksUnchanged: 0, deadlinesPassed: 1 },
  });
  const { workItems } = await bureau.administrator.run(tasks);
  expect(workItems.nodes).toMatchObject([
    {
      title: "更换巡逻牌",
      state: "ACCEPTED",
      member: { id: colleague.memberId },
      nextDueAt: new Date(`${inDays(4)}T00:00:00+08:00`).toISOString(),
    },
    {
      title: "检查路灯",
      state: "ACCEPTED",
      grid: { id: grid.id },
      duty: "AUXILIARY",
      instructions: "台账所载期限：2026-03-09",
      isLate: false,
    },
    { title: "报送总结", state: "ISSUED", unit: { id: stationId } },
    {
      title: "张贴告示",
      state: "CLOSED",
      isOpen: false,
      isLate: false,
      outcome: null,
      nextDueAt: null,
      closedAt: "2026-03-07T16:00:00.000Z",
      instructions: "台账所载结果：张贴二十处",
      events: [
        { action: "ISSUE", cause: "IMPORT", fromState: null, toState: "ACCEPTED" },
        { action: "CLOSE", cause: "IMPORT", toState: "CLOSED", happenedAt: "2026-03-07T16:00:00.000Z" },
      ],
    },
  ]);
  expect(await bringAll(bureau, "TASKS", bytes)).toMatchObject({
    summary: { tasksOpened: 0, tasksEnded: 0, tasksUnchanged: 4 },
  });
  expect(await countOf(bureau, "work_items")).toBe(4);
});

test("what a ledger says was done this week is nobody's achievement of it, nor stands among the week's work", async () => {
  const { bureau, gridName, officer, chief } = await layLedgers();
  const bytes = workbookOf([
    ["工作任务", "网格", "完成时间"],
    ["张贴告示", gridName, today],
    ["未完的事", gridName, ""],
  ]);
  await bringAll(bureau, "TASKS", bytes);
  const lists = await listsOf(chief, officer.memberId, mondayOf(today));
  expect(standings(lists, "ACHIEVEMENTS")).toEqual([]);
  expect(standings(lists, "WORK_DUE")).toEqual(["未完的事 DUE"]);
});

test("a closed task of a ledger is opened again as any other is", async () => {
  const { bureau, gridName, chief } = await layLedgers();
  await bringAll(
    bureau,
    "TASKS",
    workbookOf([
      ["工作任务", "网格", "完成时间"],
      ["张贴告示", gridName, "2026-03-08"],
    ]),
  );
  const { workItems } = await chief.run(
    `query { workItems(filter: { kind: [TASK] }, first: 1) { nodes { id viewerMay } } }`,
  );
  expect(workItems.nodes[0].viewerMay).toContain("REOPEN_WORK");
  await act(chief, "reopenWork", { id: workItems.nodes[0].id, reason: "还有两处未贴" }, "id");
  expect(await chief.run(`query { workItems(filter: { kind: [TASK] }, first: 1) { nodes { state } } }`)).toMatchObject({
    workItems: { nodes: [{ state: "RETURNED" }] },
  });
});

test("a deadline that is no day, a task of nobody and a member whom the station does not have are told", async () => {
  const { bureau, gridName } = await layLedgers();
  const run = await bring(
    bureau,
    "TASKS",
    workbookOf([
      ["工作任务", "责任人", "网格", "完成时限"],
      ["甲", "", gridName, "长期"],
      ["乙", "", "", ""],
      ["丙", "虚构无此人", gridName, ""],
    ]),
  );
  expect(errorsOf(run)).toEqual([
    [2, "完成时限", "长期", "NOT_A_DATE"],
    [3, "责任人", "", "ROW_TASK_OF_NOBODY"],
    [4, "责任人", "虚构无此人", "ROW_UNKNOWN_MEMBER"],
  ]);
});
