import { newId } from "@maple-bridge/server/kernel/ids";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bureau, clock } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import {
  answers,
  change,
  type ChecklistGround,
  makeRuns,
  onlyRunOf,
  published,
  submit,
  visit,
} from "../checklists/ground.ts";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { act, field, itemOf, makeMatter } from "../work/ground.ts";
import { at, goTo, passTo } from "../work/time-passes.ts";
import {
  handIn,
  layLists,
  type Line,
  lineOf,
  listsOf,
  nextWeek,
  reviewed,
  setScheme,
  standings,
  task,
  week,
} from "./ground.ts";

let ground: ChecklistGround;
let of: { memberId: string; week: string };
beforeAll(async () => {
  ground = await layLists();
  of = { memberId: ground.officer.memberId, week };
});
afterAll(() => void (clock.at = null));

const close = async (client: Client, id: string) =>
  act(client, "closeWork", { id, expectedVersion: (await itemOf(client, id)).version });

const seatFrom = (bureau: Bureau, gridId: string, memberId: string, from: string, to?: string) =>
  bureau.sql((sql) =>
    insertAnyRow(sql, "assignments", {
      bureauId: bureau.id,
      id: newId(),
      gridId,
      memberId,
      duty: "AUXILIARY",
      startsAt: at(from),
      ...(to && { endsAt: at(to) }),
    }),
  );

test("A76, A82: whatever is done later, a signed week stays as it was; what is done stands on its own week, as a late entry", async () => {
  const { bureau, officer, chief } = ground;
  goTo("2026-03-04T10:00");
  const items: { id: string }[] = [];
  for (const title of ["甲", "乙", "丙"]) items.push(await task(ground, title, "2026-03-06"));
  await handIn(officer, items[0]!.id);
  await close(chief, items[0]!.id);
  goTo("2026-03-09T09:00");
  const signed = await reviewed(chief, "signWeek", of);
  expect(signed).toMatchObject({ done: 1, late: 2 });
  const chain = () =>
    bureau.sql(
      (sql) =>
        sql`select after->>'digest' as digest from audit_entries where action = 'weekReview.sign' and entity_id = ${signed.id}`,
    );
  const later: Record<string, () => Promise<unknown>> = {
    handIn: () => handIn(officer, items[1]!.id),
    reopen: () => act(chief, "reopenWork", { id: items[0]!.id, reason: "再核实" }),
    urge: () => act(chief, "urgeWork", { id: items[2]!.id }),
    cancel: () => act(chief, "cancelWork", { id: items[2]!.id, reason: "不再需要" }),
    another: () => task(ground, "丁", "2026-03-12"),
    matter: () =>
      makeMatter(ground, {
        gridId: ground.grid.id,
        happenedAt: at("2026-03-05T10:00"),
        registeredAt: at("2026-03-09T10:00"),
      }),
  };
  let minutes = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(later)), async (name) => {
      goTo(`2026-03-09T1${Math.floor(++minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`);
      await later[name]!().catch((error: unknown) => expect(String(error)).toMatch(/CONFLICT|FORBIDDEN/));
      const now = await listsOf(chief, of.memberId, week);
      expect(now.review).toMatchObject({
        id: signed.id,
        digest: signed.digest,
        snapshot: signed.snapshot,
        done: 1,
        late: 2,
      });
      expect(standings(now, "WORK_DUE")).toEqual(standings(signed, "WORK_DUE"));
    }),
    { numRuns: 12, seed: 20260309, endOnFailure: true },
  );
  expect(await chain()).toEqual([{ digest: signed.digest }]);

  const second = await itemOf(chief, items[1]!.id);
  if (second.state !== "SUBMITTED") await handIn(officer, items[1]!.id);
  await close(chief, items[1]!.id);
  expect(lineOf(await listsOf(chief, of.memberId, nextWeek), "WORK_DUE", "乙")).toMatchObject({
    standing: "LATE",
    isLateEntry: true,
  });
});

test("a past week that is not signed stands as it stood at its end, under the scheme of then", async () => {
  const { bureau, officer, chief, stationId } = await layLists();
  expect((await listsOf(chief, officer.memberId, week)).scheme).toBeNull();
  const first = await setScheme(bureau.administrator, "applyListSchemePreset", { preset: "SET_A", stationId });
  expect(first.lists.map(({ title }: { title: string }) => title)).toEqual(["责任", "问题", "任务"]);
  goTo("2026-03-11T09:00");
  const titles = ["职责", "任务", "成绩"];
  const sources = ["DUTIES", "WORK_DUE", "ACHIEVEMENTS"];
  const own = titles.map((title, index) => ({ title, source: sources[index] }));
  await setScheme(chief, "setListScheme", { stationId, lists: own });
  const titleOf = async (monday: string) =>
    (await listsOf(chief, officer.memberId, monday)).scheme.lists.map(({ title }: { title: string }) => title);
  expect(await titleOf(week)).toEqual(["责任", "问题", "任务"]);
  expect(await titleOf(nextWeek)).toEqual(titles);
});

test("matters of the seat's grid are new, carried over and settled, each in its week", async () => {
  const laid = await layLists();
  const { officer, grid, chief } = laid;
  await makeMatter(laid, {
    title: "噪音",
    gridId: grid.id,
    registeredAt: at("2026-03-03T10:00"),
    happenedAt: at("2026-03-03T09:00"),
    outcome: "SETTLED",
    endedAt: at("2026-03-10T10:00"),
  });
  await makeMatter(laid, {
    title: "漏水",
    gridId: grid.id,
    registeredAt: at("2026-02-20T10:00"),
    happenedAt: at("2026-02-20T09:00"),
  });
  goTo("2026-03-12T09:00");
  const of = async (monday: string) => standings(await listsOf(chief, officer.memberId, monday), "OPEN_MATTERS").sort();
  expect(await of(week)).toEqual(["噪音 NEW", "漏水 CARRIED_OVER"].sort());
  expect(await of(nextWeek)).toEqual(["噪音 SETTLED", "漏水 CARRIED_OVER"].sort());
});

test("A91, A41: who changes station in the middle of a week has lists at both, each of the seats there", async () => {
  const laid = await layLists();
  const { bureau, stationId, grid } = laid;
  const there = await makeStation(bureau);
  const [another, member, successor] = [
    await makeGrid(bureau, there),
    await field(bureau, stationId),
    await field(bureau, stationId),
  ];
  await bureau.sql(async (sql) => {
    await sql`update member_units set ends_on = '2026-03-04' where member_id = ${member.memberId}`;
    await sql`insert into member_units ${sql({ bureauId: bureau.id, memberId: member.memberId, startsOn: "2026-03-04", unitId: there })}`;
  });
  await seatFrom(bureau, grid.id, member.memberId, "2026-01-01T00:00", "2026-03-04T00:00");
  await seatFrom(bureau, grid.id, successor.memberId, "2026-03-04T00:00");
  await seatFrom(bureau, another.id, member.memberId, "2026-03-04T00:00");
  const dispatcher = await bureau.signIn({ role: "DISPATCHER" });
  const issue = (title: string, dueOn: string, gridId: string) =>
    task({ ...laid, dispatcher }, title, dueOn, { gridId, duty: "AUXILIARY" });
  goTo("2026-03-02T09:00");
  await issue("周二交", "2026-03-03", grid.id);
  await issue("周五交", "2026-03-06", grid.id);
  goTo("2026-03-04T09:00");
  await issue("新所周五交", "2026-03-06", another.id);
  const [old, fresh, next] = [
    await listsOf(bureau.administrator, member.memberId, week, stationId),
    await listsOf(bureau.administrator, member.memberId, week),
    await listsOf(bureau.administrator, successor.memberId, week),
  ];
  expect(old).toMatchObject({ isHome: false, station: { id: stationId } });
  expect(standings(old, "WORK_DUE")).toEqual(["周二交 DUE"]);
  expect(fresh).toMatchObject({ isHome: true, station: { id: there } });
  expect(standings(fresh, "WORK_DUE")).toEqual(["新所周五交 DUE"]);
  expect(standings(next, "WORK_DUE")).toEqual(["周五交 DUE"]);
});

test("a run counts as missed in the week of its window, and filled in late, in its own", async () => {
  const laid = await layLists();
  const { bureau, officer, chief } = laid;
  const { id } = await published(bureau.administrator, { content: { ...visit, lastOn: "2026-03-02" } }, "THIS_WEEK");
  await makeRuns(bureau);
  const run = await onlyRunOf(officer, id);
  await passTo(bureau, "2026-03-12T10:00");
  const missed = lineOf(await listsOf(chief, officer.memberId, week), "WORK_DUE", run.title);
  expect(missed).toMatchObject({ standing: "MISSED", kind: "RUN", needsAWord: true, isClean: false });
  expect(standings(await listsOf(chief, officer.memberId, nextWeek), "WORK_DUE")).toEqual([]);
  await change(
    officer,
    "fillRunLate",
    { id: run.id, reason: "出差", visitedOn: "2026-03-08", runReport: { answers } },
    "id",
  );
  await close(chief, run.id);
  const late = await listsOf(chief, officer.memberId, nextWeek);
  expect(standings(late, "WORK_DUE")).toEqual([`${run.title} LATE`]);
  expect(lineOf(await listsOf(chief, officer.memberId, week), "WORK_DUE", run.title).standing).toBe("MISSED");
});

test("an accepted run is an achievement of the week in which it was accepted, with the duty that it serves", async () => {
  const laid = await layLists();
  const { bureau, officer, chief } = laid;
  const line = await bureau.administrator.run(
    `mutation ($input: SetDutyLineInput!) { setDutyLine(input: $input) { id } }`,
    {
      input: {
        idempotencyKey: newKey(),
        code: "VISIT",
        title: "走访群众",
        duty: "RESPONSIBLE_OFFICER",
        serves: "HELPER",
      },
    },
  );
  const { id } = await published(bureau.administrator, { content: { ...visit, serves: "HELPER" } }, "THIS_WEEK");
  await makeRuns(bureau);
  const run = await onlyRunOf(officer, id);
  await submit(officer, run.id);
  await close(chief, run.id);
  const lists = await listsOf(chief, officer.memberId, week);
  expect(lineOf(lists, "ACHIEVEMENTS", run.title)).toMatchObject({
    standing: "DONE",
    serves: "HELPER",
    dutyLine: { id: line.setDutyLine.id },
  });
  expect(lists.lines.every(({ key }: Line) => key.length > 0)).toBe(true);
});
