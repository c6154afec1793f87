import { afterAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { closeTask, layClosed, recheck } from "../rechecks/ground.ts";
import { act, itemOf, makeMatter } from "../work/ground.ts";
import { at, goTo } from "../work/time-passes.ts";
import { handIn, layLists, lineOf, type Line, listsOf, reviewed, task, week } from "./ground.ts";

afterAll(() => void (clock.at = null));

test("A86: what changed since one's own last look is unread, and nothing else; another one's look is theirs", async () => {
  const ground = await layLists();
  const { bureau, chief, officer } = ground;
  const items: { id: string }[] = [];
  for (const title of ["甲", "乙", "丙"]) items.push(await task(ground, title, "2026-03-06"));
  const of = { memberId: officer.memberId, week };
  const unread = async (client = chief) => {
    const { lines, lookedAt } = await listsOf(client, officer.memberId, week);
    const titles = lines.filter(({ isUnread }: Line) => isUnread).map(({ title }: Line) => title);
    return { titles: titles.sort(), lookedAt };
  };
  expect(await unread()).toEqual({ titles: ["丙", "乙", "甲"], lookedAt: null });
  goTo("2026-03-04T11:00");
  await reviewed(chief, "lookAtWeek", of);
  expect((await unread()).titles).toEqual([]);
  goTo("2026-03-04T12:00");
  await handIn(officer, items[1]!.id);
  const now = await unread();
  expect(now.titles).toEqual(["乙"]);
  expect(Date.parse(now.lookedAt)).toBe(at("2026-03-04T11:00").getTime());
  expect((await unread(bureau.administrator)).titles).toEqual(["丙", "乙", "甲"]);
  goTo("2026-03-04T13:00");
  await reviewed(chief, "lookAtWeek", of);
  expect((await unread()).titles).toEqual([]);
  expect(lineOf(await listsOf(chief, officer.memberId, week), "WORK_DUE", "乙")).toMatchObject({ isWaiting: true });
});

test("A88: a week over a month's end stays open when the month is drawn from, and its days belong to months by their date", async () => {
  const ground = await layClosed(0);
  const { chief, officer, stationId } = ground;
  const [inMarch, inApril] = ["2026-03-31T10:00", "2026-04-01T10:00"];
  const over = "2026-03-30";
  goTo(inMarch);
  const march = await closeTask(ground, "三月末走访");
  goTo(inApril);
  const april = await closeTask(ground, "四月初走访");
  const drawn = await recheck(chief, "drawRechecks", { stationId, month: "2026-03-01" });
  expect(drawn).toMatchObject({ candidates: 1, rechecks: [{ item: { id: march }, closedOn: "2026-03-31" }] });
  goTo("2026-04-06T09:00");
  const lists = await listsOf(chief, officer.memberId, over);
  expect(lists.viewerMay).toContain("SIGN_WEEK");
  const closed = lists.lines.filter(({ source }: Line) => source === "ACHIEVEMENTS");
  expect(closed.map(({ closedOn }: Line) => closedOn)).toEqual(["2026-03-31", "2026-04-01"]);
  await reviewed(chief, "signWeek", { memberId: officer.memberId, week: over });
  goTo("2026-05-01T09:00");
  const next = await recheck(chief, "drawRechecks", { stationId, month: "2026-04-01" });
  expect(next.rechecks).toMatchObject([{ item: { id: april } }]);
  expect(await itemOf(chief, april)).toMatchObject({ state: "CLOSED" });
});

test("A90: found in May and settled in June, each month has its own, both rates are named, and of nothing there is none", async () => {
  const ground = await layLists();
  const { chief, stationId } = ground;
  goTo("2026-05-20T10:00");
  const told = { gridId: ground.grid.id, registeredAt: at("2026-05-20T10:00"), happenedAt: at("2026-05-20T09:00") };
  const id = await makeMatter(ground, { ...told, title: "五月纠纷" });
  await makeMatter(ground, { ...told, title: "五月未化解" });
  goTo("2026-06-03T10:00");
  const { node } = await chief.run(`{ node(id: "${id}") { ... on Matter { version } } }`);
  const ending = { id, expectedVersion: node.version, outcome: "SETTLED", outcomeNote: "达成协议" };
  await act(chief, "settleMatter", ending, "id");
  const flow = async (from: string, to: string) => {
    const { matterFlow } = await chief.run(
      `query ($unitId: ID!, $from: LocalDate!, $to: LocalDate!) {
        matterFlow(unitId: $unitId, from: $from, to: $to) { kind found settledOfFound settled cohortRate periodRate } }`,
      { unitId: stationId, from, to },
    );
    return matterFlow.find(({ kind }: { kind: string }) => kind === "DISPUTE");
  };
  const may = { kind: "DISPUTE", found: 2, settledOfFound: 1, settled: 0, cohortRate: 0.5, periodRate: 0 };
  expect(await flow("2026-05-01", "2026-05-31")).toEqual(may);
  const june = { kind: "DISPUTE", found: 0, settledOfFound: 0, settled: 1, cohortRate: null, periodRate: null };
  expect(await flow("2026-06-01", "2026-06-30")).toEqual(june);
  const both = { kind: "DISPUTE", found: 2, settledOfFound: 1, settled: 1, cohortRate: 0.5, periodRate: 0.5 };
  expect(await flow("2026-05-01", "2026-06-30")).toEqual(both);
});
