import { expect, test } from "vitest";
import { clock, makeBureau } from "../../support/bureau.ts";
import { makeMember } from "../grids/ground.ts";
import { act, layWork } from "../work/ground.ts";
import { auditOf, commands } from "./ground.ts";

const day = 24 * 3_600_000;
const ago = (days: number) => new Date(Date.now() - days * day);

async function makeAway() {
  const ground = await layWork();
  const { run, refused } = commands(() => ground.bureau);
  const { memberId } = ground.officer;
  const record = (more: object = {}) => run("recordAbsence", { memberId, from: ago(2), reason: "病假", ...more });
  const undo = (id: string, expectedVersion = 1) => ({ id, expectedVersion });
  return { ...ground, run, refused, record, undo, memberId };
}

test("an absence that has begun is undone as if it had not been recorded, and on record", async () => {
  const { bureau, run, refused, record, undo, memberId } = await makeAway();
  const { id } = await record();
  expect(await run("undoAbsence", undo(id))).toEqual({
    id,
    version: 2,
    isCancelled: true,
    viewerMay: [],
    member: { status: "ACTIVE", absences: [] },
  });
  expect((await auditOf(bureau, memberId)).at(-1)).toMatchObject({ action: "absence.undo", before: { absenceId: id } });
  expect((await refused("undoAbsence", undo(id, 2))).fields).toMatchObject([{ code: "ABSENCE_OVER" }]);
  expect(await record()).toMatchObject({ member: { status: "ON_LEAVE" } });
});

test("an absence that was changed since is not undone", async () => {
  const { bureau, stationId, run, refused, record, undo } = await makeAway();
  const { id } = await record();
  await run("updateAbsence", { ...undo(id), to: new Date(Date.now() + day) });
  expect((await refused("undoAbsence", undo(id, 2))).fields).toMatchObject([{ code: "ABSENCE_CHANGED_SINCE" }]);
  const substituteId = (await makeMember(bureau, stationId)).id;
  const next = await run("updateAbsence", { ...undo(id, 2), substituteId });
  expect((await refused("undoAbsence", undo(next.id))).fields).toMatchObject([{ code: "ABSENCE_CHANGED_SINCE" }]);
});

test("work that was done by who stood in keeps an absence from being undone, and is named", async () => {
  const { bureau, colleague, grid, refused, record, undo } = await makeAway();
  const { id } = await record({ substituteId: colleague.memberId });
  const to = [{ gridId: grid.id, duty: "RESPONSIBLE_OFFICER" }];
  const [task] = await act(bureau.administrator, "issueTask", { title: "入户宣传", to }, "id number");
  await act(colleague, "submitWork", { id: task.id, taskResult: { done: "已宣传" } });
  expect((await refused("undoAbsence", undo(id))).fields).toMatchObject([
    { path: ["input", "id"], code: "UNDO_WORKED", params: { number: task.number, count: 1 } },
  ]);
});

test("an absence is undone within a day of its recording, by who records absences there", async () => {
  const { bureau, officer, record, undo, refused } = await makeAway();
  const { id } = await record();
  expect((await refused("undoAbsence", undo(id), officer)).code).toBe("FORBIDDEN");
  expect((await refused("undoAbsence", undo(id), (await makeBureau()).administrator)).code).toBe("NOT_FOUND");
  clock.at = new Date(Date.now() + 1.1 * day);
  try {
    const later = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
    expect((await refused("undoAbsence", undo(id), later)).fields).toMatchObject([
      { code: "ABSENCE_UNDO_TOO_LATE", params: { hours: 24 } },
    ]);
  } finally {
    clock.at = null;
  }
});
