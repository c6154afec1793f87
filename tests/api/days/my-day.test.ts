import { afterAll, beforeAll, expect, test } from "vitest";
import { clock, type SignedIn } from "../../support/bureau.ts";
import { setLine } from "../catalogue/ground.ts";
import {
  answers,
  type ChecklistGround,
  layChecklists,
  makeRuns,
  onlyRunOf,
  published,
  visit,
} from "../checklists/ground.ts";
import { makeAbsence, makeGrid } from "../grids/ground.ts";
import { act, communityFeedback, field, issued, keepSignedIn, layWork, makeRule, seat } from "../work/ground.ts";
import { goTo, passTo } from "../work/time-passes.ts";

const page = "{ totalCount nodes { id title } }";
const lists = ["toReceive", "overdue", "due", "atHand", "missed", "sent"] as const;
type Day = Record<(typeof lists)[number], { totalCount: number; nodes: { id: string; title: string }[] }> & {
  day: string;
  member: { id: string };
  seats: {
    duty: string;
    isStoodIn: boolean;
    grid: { id: string };
    holder: { id: string };
    duties: { title: string }[];
  }[];
  standsInFor: { id: string }[];
};

async function dayOf(client: SignedIn, day?: string): Promise<Day> {
  const { myDay } = await client.run(
    `query ($day: LocalDate) { myDay(day: $day) { day member { id } standsInFor { id }
      seats { duty isStoodIn grid { id } holder { id } duties { title } }
      ${lists.map((list) => `${list} ${page}`).join(" ")} } }`,
    { day },
  );
  return myDay;
}

const titles = (day: Day) =>
  Object.fromEntries(
    lists.filter((list) => day[list].totalCount > 0).map((list) => [list, day[list].nodes.map(({ title }) => title)]),
  );

let ground: ChecklistGround;
beforeAll(async () => {
  goTo("2026-03-04T09:00");
  ground = await layChecklists();
  await keepSignedIn(ground.bureau);
  await makeRule(ground.bureau);
});
afterAll(() => void (clock.at = null));

/** A grid of its own, and who answers for it. */
async function officerOf({ bureau, stationId }: Pick<ChecklistGround, "bureau" | "stationId">) {
  const grid = await makeGrid(bureau, stationId);
  const officer = await field(bureau, stationId);
  await seat(bureau, grid.id, officer.memberId);
  await keepSignedIn(bureau);
  return { grid, officer };
}

const task = (title: string, to: object, more: object = {}) =>
  act(ground.dispatcher, "issueTask", { title, to: [to], ...more }).then(([item]) => item);

test("each item of the day stands in one list, by what it waits for and by when it is due", async () => {
  goTo("2026-03-04T09:00");
  const { grid, officer } = await officerOf(ground);
  const to = { gridId: grid.id, duty: "RESPONSIBLE_OFFICER" };
  goTo("2026-03-03T09:00");
  await task("昨日到期的任务", to, { dueOn: "2026-03-03" });
  goTo("2026-03-04T09:00");
  await issued(ground, { to: [{ gridId: grid.id }], title: "待接收的指令" });
  const accepted = await issued(ground, { to: [{ gridId: grid.id }], title: "今日到期的指令" });
  await act(officer, "acceptWork", { id: accepted.id });
  await task("今日到期的任务", to, { dueOn: "2026-03-04" });
  await task("明日到期的任务", to, { dueOn: "2026-03-05" });
  await task("没有时限的任务", { memberId: officer.memberId });
  const sent = await issued(ground, { to: [{ gridId: grid.id }], title: "已反馈的指令" });
  await act(officer, "acceptWork", { id: sent.id });
  await act(officer, "submitWork", { id: sent.id, communityFeedback });

  const day = await dayOf(officer);
  expect(day.day).toBe("2026-03-04");
  expect(day.member).toEqual({ id: officer.memberId });
  expect(titles(day)).toEqual({
    toReceive: ["待接收的指令"],
    overdue: ["昨日到期的任务"],
    due: ["今日到期的指令", "今日到期的任务"],
    atHand: ["明日到期的任务", "没有时限的任务"],
    sent: ["已反馈的指令"],
  });
  expect(titles(await dayOf(officer, "2026-03-05"))).toMatchObject({
    overdue: ["昨日到期的任务"],
    due: ["明日到期的任务"],
    atHand: ["今日到期的指令", "今日到期的任务", "没有时限的任务"],
  });

  await passTo(ground.bureau, "2026-03-05T00:00");
  expect(titles(await dayOf(officer))).toMatchObject({
    overdue: ["昨日到期的任务", "今日到期的指令", "今日到期的任务"],
    due: ["明日到期的任务"],
  });
});

test("A16: the day's lists hold what my work has to receive and to do, each item once, and count it alike", async () => {
  const { grid, officer } = await officerOf(ground);
  goTo("2026-03-04T09:00");
  await issued(ground, { to: [{ gridId: grid.id }] });
  await task("带时限", { gridId: grid.id, duty: "RESPONSIBLE_OFFICER" }, { dueOn: "2026-03-06" });
  const day = await dayOf(officer);
  const { receive, toDo } = await officer.run(
    "{ receive: myWork(part: TO_RECEIVE, first: 100) { nodes { id } } toDo: myWork(part: TO_DO, first: 100) { nodes { id } } }",
  );
  const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id);
  const owed = (["toReceive", "overdue", "due", "atHand"] as const).flatMap((list) => ids(day[list].nodes));
  expect(owed.toSorted()).toEqual([...ids(receive.nodes), ...ids(toDo.nodes)].toSorted());
  expect(new Set(owed).size).toBe(owed.length);
});

test("a receipt waits beside what is to be accepted, for its first receiver", async () => {
  goTo("2026-03-04T09:00");
  const { grid, officer } = await officerOf(ground);
  const { id } = await act(
    ground.dispatcher,
    "registerMatter",
    {
      kind: "HAZARD",
      categoryId: ground.categoryId,
      source: "PATROL",
      title: "井盖破损",
      gridId: grid.id,
      firstReceiverId: officer.memberId,
    },
    "id",
  );
  expect(id).toBeDefined();
  expect(titles(await dayOf(officer))).toEqual({ toReceive: ["井盖破损"] });
});

test("A27: a run that was missed stands on the day for as long as it may be filled in late, and what was sent until it is assessed", async () => {
  const { bureau } = ground;
  const { grid, officer } = await officerOf(ground);
  goTo("2026-03-04T10:00");
  const template = await published(bureau.administrator, { content: { ...visit, lastOn: "2026-03-08" } }, "THIS_WEEK");
  await makeRuns(bureau);
  const run = await onlyRunOf(officer, template.id, { gridId: grid.id });
  expect(titles(await dayOf(officer))).toEqual({ atHand: ["每周走访"] });
  goTo("2026-03-08T10:00");
  expect(titles(await dayOf(officer))).toEqual({ due: ["每周走访"] });
  await passTo(bureau, "2026-03-11T08:00");
  expect(titles(await dayOf(officer))).toEqual({ missed: ["每周走访"] });
  await passTo(bureau, "2026-03-21T00:00");
  expect(titles(await dayOf(officer))).toEqual({});
  goTo("2026-03-12T08:00");
  await act(
    officer,
    "fillRunLate",
    { id: run.id, runReport: { answers }, visitedOn: "2026-03-06", reason: "当天纸质登记" },
    "id",
  );
  expect(titles(await dayOf(officer))).toEqual({ sent: ["每周走访"] });
  expect(titles(await dayOf(ground.colleague))).toEqual({});
  const { id, version } = (await ground.chief.run(`{ workItem(id: "${run.id}") { id version } }`)).workItem;
  await act(ground.chief, "closeWork", { id, expectedVersion: version }, "id");
  expect(titles(await dayOf(officer))).toEqual({});
});

test("A38: who stands in has the seats, duties and work of who is away, and is told so", async () => {
  goTo("2026-03-04T09:00");
  const { bureau } = ground;
  const { grid, officer } = await officerOf(ground);
  const other = await officerOf(ground);
  await setLine(bureau.administrator, { duty: "RESPONSIBLE_OFFICER", code: "VISIT", title: "走访入户" });
  const startsAt = new Date("2026-03-01T00:00:00Z");
  const endsAt = new Date("2026-03-10T00:00:00Z");
  await makeAbsence(bureau, other.officer.memberId, { substituteId: officer.memberId, startsAt, endsAt });
  await task("代岗的任务", { gridId: other.grid.id, duty: "RESPONSIBLE_OFFICER" }, { dueOn: "2026-03-04" });
  const day = await dayOf(officer);
  const duties = [{ title: "走访入户" }];
  const [own, stoodIn] = [
    { duty: "RESPONSIBLE_OFFICER", isStoodIn: false, grid: { id: grid.id }, holder: { id: officer.memberId }, duties },
    {
      duty: "RESPONSIBLE_OFFICER",
      isStoodIn: true,
      grid: { id: other.grid.id },
      holder: { id: other.officer.memberId },
      duties,
    },
  ];
  expect(day.seats).toEqual([own, stoodIn]);
  expect(day.standsInFor).toEqual([{ id: other.officer.memberId }]);
  expect(titles(day)).toEqual({ due: ["代岗的任务"] });
  expect(await dayOf(other.officer)).toMatchObject({ seats: [], standsInFor: [], due: { totalCount: 0 } });

  const later = await dayOf(officer, "2026-03-12");
  expect([later.seats, later.standsInFor]).toEqual([[own], []]);
  const before = await dayOf(officer, "2024-12-31");
  expect([before.day, before.seats]).toEqual(["2024-12-31", []]);
});

test("who is no member has no day, and another bureau's work stands on nobody's", async () => {
  goTo("2026-03-04T09:00");
  const { grid, officer } = await officerOf(ground);
  await task("本局的任务", { gridId: grid.id, duty: "RESPONSIBLE_OFFICER" }, { dueOn: "2026-03-04" });
  const elsewhere = await layWork();
  await keepSignedIn(elsewhere.bureau);
  expect(await dayOf(ground.dispatcher)).toBeNull();
  expect(titles(await dayOf(elsewhere.officer))).toEqual({});
  expect(titles(await dayOf(officer))).toEqual({ due: ["本局的任务"] });
  const { myDay } = await elsewhere.officer.run("{ myDay { seats { grid { id } } member { id } } }");
  expect(myDay).toEqual({ seats: [{ grid: { id: elsewhere.grid.id } }], member: { id: elsewhere.officer.memberId } });
});

test("its lists come in pages, and tell how many there are", async () => {
  goTo("2026-03-04T09:00");
  const { officer } = await officerOf(ground);
  for (const title of ["一", "二", "三"]) await task(title, { memberId: officer.memberId });
  const document = `query ($after: String) { myDay { atHand(first: 2, after: $after) { totalCount nodes { title } pageInfo { hasNextPage endCursor } } } }`;
  const { atHand } = (await officer.run(document)).myDay;
  expect([atHand.totalCount, atHand.nodes.length, atHand.pageInfo.hasNextPage]).toEqual([3, 2, true]);
  const { myDay } = await officer.run(document, { after: atHand.pageInfo.endCursor });
  expect(myDay.atHand.nodes).toHaveLength(1);
});
