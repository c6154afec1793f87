import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { makeGrid } from "../grids/ground.ts";
import { dues, iso, layTimedWork, setRule, tuesday } from "./deadlining.ts";
import {
  act,
  communityFeedback,
  field,
  issued,
  itemOf,
  keepSignedIn,
  refusedAct,
  seat,
  type WorkGround,
} from "./ground.ts";
import { goTo, runJob, timeFields } from "./time-passes.ts";

const monday = "2026-03-02";

let ground: WorkGround;
beforeAll(async () => {
  goTo(`${monday}T09:00`);
  ground = await layTimedWork();
  await setRule(ground.bureau.administrator, { unit: "WORKING_MINUTES", feedbackWithin: 480 });
});
beforeEach(() => goTo(`${monday}T09:00`));
afterAll(() => void (clock.at = null));

const fields = `${timeFields} suspendedSince undecided viewerMay pauses { startsAt endsAt until reason }
  requests { kind isGranted grantedFrom reason opinion until since }`;

async function accepted() {
  const item = await issued(ground);
  await act(ground.officer, "acceptWork", { id: item.id });
  return item;
}

const mayOf = async (client: WorkGround["officer"] | WorkGround["chief"], id: string): Promise<string[]> =>
  ((await itemOf(client, id, "viewerMay")).viewerMay as string[]).filter((action) => action.includes("SUSPEN"));

test("A52: a suspension asked for on Monday and granted on Tuesday counts from when it was asked for, and the due time moves by the working time paused", async () => {
  const { officer, dispatcher } = ground;
  const { id } = await accepted();
  expect(dues(await itemOf(officer, id, timeFields))).toMatchObject({ FEEDBACK: iso("2026-03-03T10:00") });
  expect(await mayOf(officer, id)).toEqual(["ASK_FOR_SUSPENSION"]);
  goTo(`${monday}T16:00`);
  const asked = await act(officer, "askForSuspension", { id, reason: "当事人住院" }, fields);
  expect(asked).toMatchObject({ undecided: ["SUSPENSION"], light: "NORMAL", suspendedSince: null });
  expect(asked.events.at(-1)).toMatchObject({ action: "ASK_SUSPENSION", reason: "当事人住院" });
  expect(await mayOf(officer, id)).toEqual([]);
  expect(await mayOf(dispatcher, id)).toEqual(["GRANT_SUSPENSION", "REFUSE_SUSPENSION", "SUSPEND_WORK"]);
  goTo(`${tuesday}T09:30`);
  const granted = await act(dispatcher, "grantSuspension", { id }, fields);
  expect(granted).toMatchObject({
    undecided: [],
    light: "SUSPENDED",
    suspendedSince: iso(`${monday}T16:00`),
    requests: [{ kind: "SUSPENSION", isGranted: true, grantedFrom: iso(`${monday}T16:00`), opinion: null }],
  });
  expect(granted.events.at(-1)).toMatchObject({ action: "GRANT_SUSPENSION", happenedAt: iso(`${monday}T16:00`) });
  goTo(`${tuesday}T11:00`);
  const resumed = await act(dispatcher, "resumeWork", { id }, fields);
  // Two hours of Monday and two and a half of Tuesday stood still: 10:00 moves over noon.
  expect(dues(resumed)).toMatchObject({ FEEDBACK: iso("2026-03-03T17:00") });
});

test("A52: from before it was asked for only with the granter's own reason; what the asker said of it is not enough", async () => {
  const { officer, dispatcher } = ground;
  const { id } = await accepted();
  goTo(`${monday}T11:00`);
  const [since, earlier] = [iso(`${monday}T10:00`), iso(`${monday}T08:00`)];
  expect(await refusedAct(officer, "askForSuspension", { id, since: earlier, reason: "住院" })).toMatchObject({
    fields: [{ path: ["input", "since"], code: "WORK_SUSPENDED_BEFORE" }],
  });
  await act(officer, "askForSuspension", { id, since, reason: "十点起住院" });
  expect(await refusedAct(dispatcher, "grantSuspension", { id, since })).toMatchObject({
    code: "INVALID",
    fields: [{ path: ["input", "reason"], code: "WORK_SUSPENDED_FROM_EARLIER" }],
  });
  expect(await refusedAct(dispatcher, "grantSuspension", { id, since: iso(`${monday}T12:00`) })).toMatchObject({
    fields: [{ path: ["input", "since"], code: "LIES_AHEAD" }],
  });
  const granted = await act(dispatcher, "grantSuspension", { id, since, reason: "已核实住院记录" }, fields);
  expect(granted).toMatchObject({
    suspendedSince: since,
    pauses: [{ startsAt: since, reason: "已核实住院记录" }],
    requests: [{ since, grantedFrom: since, opinion: "已核实住院记录" }],
  });
});

test("A52: what is granted after its end is a pause that is over; what is granted with an end goes on by itself", async () => {
  const { bureau, officer, dispatcher } = ground;
  const { id } = await accepted();
  await act(officer, "askForSuspension", { id, until: iso(`${monday}T11:00`), reason: "等待鉴定" });
  goTo(`${monday}T15:00`);
  const over = await act(dispatcher, "grantSuspension", { id }, fields);
  expect(over).toMatchObject({ suspendedSince: null, light: "NORMAL", pauses: [{ endsAt: iso(`${monday}T11:00`) }] });
  expect(dues(over)).toMatchObject({ FEEDBACK: iso(`${tuesday}T12:00`) });
  await act(officer, "askForSuspension", { id, until: iso(`${monday}T17:00`), reason: "等待复核" });
  expect(await act(dispatcher, "grantSuspension", { id }, fields)).toMatchObject({ light: "SUSPENDED" });
  goTo(`${monday}T17:01`);
  await runJob(bureau, "work.tellTime");
  const resumed = await itemOf(officer, id, fields);
  expect(resumed).toMatchObject({ suspendedSince: null });
  expect(dues(resumed)).toMatchObject({ FEEDBACK: iso(`${tuesday}T16:30`) });
});

test("A52: what is refused has its time go on, may be asked for again, and nobody grants what was not asked for or what they asked for themselves", async () => {
  const { bureau, stationId, officer, dispatcher, chief, colleague } = ground;
  const { id } = await accepted();
  const due = dues(await itemOf(officer, id, timeFields));
  expect(await refusedAct(dispatcher, "grantSuspension", { id })).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedAct(colleague, "askForSuspension", { id, reason: "外出" })).toMatchObject({ code: "FORBIDDEN" });
  await act(officer, "askForSuspension", { id, reason: "外出" });
  expect(await refusedAct(officer, "askForSuspension", { id, reason: "外出" })).toMatchObject({ code: "FORBIDDEN" });
  const refused = await act(chief, "refuseSuspension", { id, reason: "可以由同事先办" }, fields);
  expect(refused).toMatchObject({ undecided: [], requests: [{ isGranted: false, opinion: "可以由同事先办" }] });
  expect(dues(refused)).toEqual(due);
  await act(officer, "askForSuspension", { id, reason: "确需外出" });
  const grid = await makeGrid(bureau, stationId);
  const both = await field(bureau, stationId);
  await seat(bureau, grid.id, both.memberId);
  const chiefToo = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: both.memberId });
  await keepSignedIn(bureau);
  const own = await issued(ground, { to: [{ gridId: grid.id }] });
  await act(chiefToo, "askForSuspension", { id: own.id, reason: "等待鉴定" });
  expect(await mayOf(chiefToo, own.id)).toEqual(["SUSPEND_WORK"]);
  expect(await refusedAct(chiefToo, "grantSuspension", { id: own.id })).toMatchObject({ code: "FORBIDDEN" });
});

test("A52: who commands has it on their list until it is decided; suspended by itself it counts from when it was asked for; what is fed back meanwhile is asked no more", async () => {
  const { officer, dispatcher, chief } = ground;
  const [first, second] = [await accepted(), await accepted()];
  for (const { id } of [first, second]) await act(officer, "askForSuspension", { id, reason: "等待鉴定" });
  const toDecide = async (client: WorkGround["chief"]) =>
    (await client.run(`{ myWork(part: TO_DECIDE) { nodes { id } } }`)).myWork.nodes.map(({ id }: { id: string }) => id);
  const asked = async () =>
    (await dispatcher.run(`{ workItems(filter: { isAsked: true }) { nodes { id } } }`)).workItems.nodes;
  expect(await toDecide(dispatcher)).toEqual(expect.arrayContaining([first.id, second.id]));
  expect(await toDecide(chief)).toEqual(expect.arrayContaining([first.id, second.id]));
  expect(await toDecide(officer)).toEqual([]);
  expect(await asked()).toEqual(expect.arrayContaining([{ id: first.id }, { id: second.id }]));
  goTo(`${monday}T10:00`);
  expect(await act(dispatcher, "suspendWork", { id: first.id, reason: "情况属实" }, fields)).toMatchObject({
    suspendedSince: iso(`${monday}T09:00`),
    undecided: [],
    requests: [{ isGranted: true, opinion: "情况属实" }],
  });
  await act(officer, "submitWork", { id: second.id, communityFeedback });
  await act(officer, "withdrawWork", { id: second.id });
  expect(await toDecide(dispatcher)).not.toContain(second.id);
  expect(await mayOf(dispatcher, second.id)).toEqual(["SUSPEND_WORK"]);
  expect(await mayOf(officer, second.id)).toEqual(["ASK_FOR_SUSPENSION"]);
});
