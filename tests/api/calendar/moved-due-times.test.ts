import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { auditOf } from "../grids/ground.ts";
import { act, communityFeedback, issued, itemOf, type WorkGround } from "../work/ground.ts";
import { dues, iso, layTimedWork, setRule } from "../work/deadlining.ts";
import { goTo, runJob, timeFields } from "../work/time-passes.ts";
import { does, draftOf, meant, publishYears } from "./calendaring.ts";

let ground: WorkGround;
beforeAll(async () => {
  goTo("2026-04-27T09:00");
  ground = await layTimedWork();
  await publishYears(ground.bureau, 2026);
  await setRule(ground.bureau.administrator, { unit: "WORKING_DAYS", feedbackWithin: 3 });
});
afterAll(() => void (clock.at = null));

interface Moved {
  item: { id: string };
  clock: string;
  cause: string;
  dueBefore: string;
  dueAfter: string;
}

const look = (id: string) => itemOf(ground.bureau.administrator, id, timeFields);

/** From the 1st to the 5th nobody works; three working days from each of these days on end at 24:00 of the second, and by the notice of the third. */
const days = [
  { day: "2026-04-27", due: "2026-05-01", moved: "2026-05-01" },
  { day: "2026-04-28", due: "2026-05-07", moved: "2026-05-08" },
  { day: "2026-04-29", due: "2026-05-08", moved: "2026-05-09" },
  { day: "2026-04-30", due: "2026-05-09", moved: "2026-05-10" },
];

test("A20: a calendar that is published anew moves exactly the open work past the change, and tells what each due time was and is", async () => {
  const { bureau, dispatcher, officer, grid } = ground;
  const open: { id: string; due: string; moved: string }[] = [];
  const done: string[] = [];
  for (const { day, due, moved } of days) {
    goTo(`${day}T09:00`);
    for (let count = 0; count < 10; count++) open.push({ id: (await issued(ground)).id, due, moved });
    const { id } = await issued(ground);
    await act(officer, "acceptWork", { id }, "id");
    await act(officer, "submitWork", { id, communityFeedback }, "id");
    done.push(id);
  }
  const closed = await itemOf(dispatcher, done.at(-1)!, "version");
  await act(dispatcher, "closeWork", { id: done.at(-1), expectedVersion: closed.version }, "id");
  const byHand = { title: "节后核查", to: [{ gridId: grid.id }], dueOn: "2026-05-08" };
  const [task] = await act(dispatcher, "issueTask", byHand, "id");
  for (const { id, due } of open) expect(dues(await look(id))).toEqual({ FEEDBACK: iso(`${due}T00:00`) });
  const doneBefore = await Promise.all(done.map(look));

  goTo("2026-04-30T10:00");
  const draft = await draftOf(bureau);
  const amended = [{ day: "2026-05-06", opening: "CLOSED", name: "劳动节" }];
  const set = await does(bureau.administrator, "setCalendarDays", { ...meant(draft), days: amended });
  const published = await does(bureau.administrator, "publishCalendar", { ...meant(set), note: "国办补充通知" });

  const given = async (): Promise<{ totalCount: number; nodes: Moved[] }> =>
    (
      await bureau.administrator.run(
        `query ($since: DateTime) { recomputations(since: $since, first: 100) { totalCount nodes { item { id } clock cause dueBefore dueAfter } } }`,
        { since: published.publishedAt },
      )
    ).recomputations;
  await runJob(bureau, "work.recompute");
  await expect.poll(async () => (await given()).totalCount, { timeout: 15_000, interval: 50 }).toBe(30);
  await runJob(bureau, "work.recompute");

  const expected = open
    .filter(({ due, moved }) => moved !== due)
    .map(({ id, due, moved }) => ({
      item: { id },
      clock: "FEEDBACK",
      cause: "JOB",
      dueBefore: iso(`${due}T00:00`),
      dueAfter: iso(`${moved}T00:00`),
    }));
  const byItem = (one: Moved, other: Moved) => (one.item.id < other.item.id ? -1 : 1);
  const { nodes, totalCount } = await given();
  expect(totalCount).toBe(30);
  expect(nodes.toSorted(byItem)).toEqual(expected.toSorted(byItem));
  for (const { id, due, moved } of open) {
    const { events, nextDueAt } = await look(id);
    expect(nextDueAt).toBe(iso(`${moved}T00:00`));
    const told = events.filter(({ action }: { action: string }) => action === "RECOMPUTE");
    const event = { clock: "FEEDBACK", dueBefore: iso(`${due}T00:00`), dueAfter: iso(`${moved}T00:00`) };
    expect(told).toMatchObject(moved === due ? [] : [event]);
  }
  expect(await Promise.all(done.map(look))).toEqual(doneBefore);
  expect(dues(await look(task.id))).toEqual({ FEEDBACK: iso("2026-05-09T00:00") });
  const batches = (await auditOf(bureau, bureau.id)).filter(({ action }) => action === "deadlineRule.recompute");
  expect(batches.flatMap(({ after }) => (after as unknown as { moved: object[] }).moved)).toHaveLength(30);
});
