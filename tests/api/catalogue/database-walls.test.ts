import { newId } from "@maple-bridge/server/kernel/ids";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { makeStation } from "../grids/ground.ts";

let bureau: Bureau;
let stationId: string;
let foreignStation: string;
beforeAll(async () => {
  bureau = await makeBureau();
  stationId = await makeStation(bureau);
  foreignStation = await makeStation(await makeBureau());
});

const row = (more: object) => ({
  ...{ id: newId(), bureauId: bureau.id, duty: "AUXILIARY", code: "WALL", revision: 1, title: "巡逻", position: 1 },
  ...{ isSetAside: false, isOurs: false, startsAt: "2026-01-01T00:00:00Z" },
  ...more,
});

const insert = (more: object, table = "duty_lines") => bureau.sql((sql) => insertAnyRow(sql, table, row(more)));

/** What the database says of it. */
const refusal = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => "taken",
    (error: { constraint_name?: string; message: string }) => error.constraint_name || error.message,
  );

const nobody = { duty: null };

test.each([
  ["two owners", { unitKind: "DESK" }, "duty_lines_one_owner"],
  ["a kind of grid and a level at once", { gridKind: "VILLAGE", level: 2 }, "duty_lines_part_of_a_duty"],
  ["a kind of grid of a desk", { ...nobody, unitKind: "DESK", gridKind: "VILLAGE" }, "duty_lines_part_of_a_duty"],
  ["a level that no grid has", { level: 1 }, "duty_lines_level"],
  ["a unit without duties", { ...nobody, unitKind: "PARTNER" }, "duty_lines_unit_kind"],
  ["a role that is none", { serves: "JUDGE" }, "duty_lines_serves"],
  ["a code in small letters", { code: "wall" }, "duty_lines_code_written"],
  ["the bureau sets aside", { isSetAside: true }, "duty_lines_set_aside_by_a_station"],
  ["an end before its start", { endsAt: "2025-01-01T00:00:00Z" }, "duty_lines_period"],
])("%s: refused", async (_, more, constraint) => {
  expect(await refusal(insert(more))).toBe(constraint);
});

test("a line has an owner", async () => {
  expect(await refusal(insert(nobody))).toMatch(/"owner"|owner/);
});

test("one revision of a line is in force at any time, of the bureau and of each station", async () => {
  const [from, to] = ["2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"];
  const line = { code: "ONCE", startsAt: from, endsAt: to };
  await insert(line);
  await insert({ ...line, stationId });
  await insert({ ...line, gridKind: "VILLAGE" });
  expect(await refusal(insert(line))).toBe("duty_lines_revision_unique");
  const overlapping = { ...line, revision: 2, startsAt: "2026-03-31T23:59:59Z", endsAt: null };
  expect(await refusal(insert(overlapping))).toBe("duty_lines_one_in_force");
  expect(await refusal(insert({ ...overlapping, stationId }))).toBe("duty_lines_one_in_force");
  expect(await refusal(insert({ ...overlapping, startsAt: to }))).toBe("taken");
});

test("no line and no copying points into another bureau", async () => {
  expect(await refusal(insert({ stationId: foreignStation }))).toBe("duty_lines_station");
  const copying = (more: object) =>
    bureau.sql((sql) =>
      insertAnyRow(sql, "duty_catalogue_copies", {
        ...{ id: newId(), bureauId: bureau.id, stationId, modelId: stationId, copiedAt: new Date() },
        ...{ linesSet: 0, linesEnded: 0 },
        ...more,
      }),
    );
  expect(await refusal(copying({}))).toBe("duty_catalogue_copies_of_another");
  expect(await refusal(copying({ modelId: foreignStation }))).toBe("duty_catalogue_copies_model");
  expect(await refusal(copying({ stationId: foreignStation }))).toBe("duty_catalogue_copies_station");
});

test("what stood is changed by nobody: a revision ends, once", async () => {
  const id = newId();
  await insert({ id, code: "PAST" });
  const change = (set: string) =>
    refusal(
      bureau.sql((sql) => sql.unsafe(`update duty_lines set ${set} where bureau_id = '${bureau.id}' and id = '${id}'`)),
    );
  for (const set of ["title = '别的'", "duty = 'MEDIATOR'", "starts_at = '2025-01-01'", "is_ours = true"])
    expect([set, await change(set)]).toEqual([set, "duty_lines_history"]);
  expect(await change("ends_at = '2026-06-01', version = 2")).toBe("taken");
  expect(await change("ends_at = null")).toBe("duty_lines_history");
  expect(await change("ends_at = '2026-07-01'")).toBe("duty_lines_history");
  const gone = bureau.sql((sql) => sql`delete from duty_lines where bureau_id = ${bureau.id} and id = ${id}`);
  expect(await refusal(gone)).not.toBe("taken");
});
