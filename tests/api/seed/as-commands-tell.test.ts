import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import { createBureau } from "@maple-bridge/server/operator/create-bureau";
import type postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, clock, makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { makeDivision, makePoliceRoom, makeStation } from "../grids/ground.ts";
import { gridColumns, importAll, memberColumns } from "../imports/importing.ts";
import { loadedDemo, whileLoading } from "./demo.ts";
import { reviewWeek } from "./week-reviewed.ts";
import { doWork } from "./work-done.ts";
import { recheckWork } from "./work-rechecked.ts";

interface Shape {
  action: string;
  type: string;
  before: string[] | null;
  after: string[] | null;
}

const shapes = async (sql: postgres.Sql): Promise<Shape[]> => [
  ...(await sql<Shape[]>`
    select distinct action, entity_type as type,
      case when jsonb_typeof(before) = 'object' then (select jsonb_agg(key order by key) from jsonb_object_keys(before) key) end as before,
      case when jsonb_typeof(after) = 'object' then (select jsonb_agg(key order by key) from jsonb_object_keys(after) key) end as after
    from audit_entries`),
];

/** What these tell of hangs on what was changed. */
const varying = /^work\.|^(grid|member|absence)\.update$|^import\.(check|checked|finish)$/;

let demo: Shape[];
const commands: Shape[] = [];

beforeAll(async () => {
  const { sql } = await loadedDemo();
  demo = await shapes(sql).finally(() => sql.end());
}, whileLoading);
beforeAll(async () => {
  const atWork = await doWork();
  commands.push(...(await atWork.sql((own) => shapes(own as never))));
}, whileLoading);
beforeAll(async () => {
  const inReview = await reviewWeek();
  commands.push(...(await inReview.sql((own) => shapes(own as never))));
  clock.at = null;
}, whileLoading);
beforeAll(async () => {
  const checked = await recheckWork();
  commands.push(...(await checked.sql((own) => shapes(own as never))));
  clock.at = null;
}, whileLoading);

test("an entry of the demo has the shape that its command gives it", async () => {
  const bureau = await makeBureau();
  await doAll(bureau);
  commands.push(...(await bureau.sql((own) => shapes(own as never))), ...(await toldByOperator()));
  const real = new Set(commands.map(known));
  expect(demo.filter((shape) => !varying.test(shape.action) && !real.has(known(shape)))).toEqual([]);
  expect(demo.flatMap((shape) => untold(shape, commands))).toEqual([]);
});

const known = ({ action, type, before, after }: Shape) => JSON.stringify([action, type, before, after]);

const keysOf = ({ before, after }: Pick<Shape, "before" | "after">) => (before ?? []).concat(after ?? []);

/** What the command never tells of. */
function untold({ action, type, before, after }: Shape, commands: readonly Shape[]): string[] {
  const same = commands.filter((each) => each.action === action && each.type === type);
  const keys = new Set(same.flatMap(keysOf));
  return keysOf({ before, after })
    .filter((key) => !keys.has(key))
    .map((key) => `${action} ${key}`);
}

async function toldByOperator(): Promise<Shape[]> {
  const { database } = (await theServer()).app;
  const { bureauId } = await createBureau(database, { code: `d-${newKey().slice(-12)}`, name: "虚构公安局" });
  return inBureau(database, bureauId, (own) => shapes(own as never));
}

type Tables = "calendar_revisions" | "grids" | "members" | "units" | "absences" | "assignments";

/** Each command that the demo tells of, once. */
async function doAll(bureau: Bureau): Promise<void> {
  const run = async (name: string, input: object, payload = "id"): Promise<string> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${payload} } }`;
    const done = await bureau.administrator.run(document, { input: { idempotencyKey: newKey(), ...input } });
    return done[name].id ?? "";
  };
  const of = async (table: Tables, id: string) => {
    const [row] = await bureau.sql(
      (own) => own<{ version: number }[]>`select version from ${own(table)} where id = ${id}`,
    );
    return { id, expectedVersion: row!.version };
  };
  const [station, other] = [await makeStation(bureau), await makeStation(bureau)];
  const [room, second] = [await makePoliceRoom(bureau, station), await makePoliceRoom(bureau, station)];
  const divisionId = await makeDivision(bureau);
  const [onDay, reason] = ["2026-03-02", "虚构理由"];

  const unit = await run("createUnit", { parentId: station, kind: "TEAM", name: "虚构队" });
  await run("closeUnit", { ...(await of("units", unit)), reason });
  const account = {
    name: `u${newKey().slice(-12)}`,
    displayName: "虚构",
    roles: [{ role: "STATION_CHIEF", unitId: station }],
  };
  await run("createAccount", account, "account { id }");
  const post = { gridKind: "VILLAGE", complexity: "ORDINARY", duty: "MEDIATOR" };
  await run("setStaffingStandard", { ...post, atLeast: 0, from: "2024-01-01T00:00:00+08:00", reason });
  await run("setStaffingStandard", { ...post, atLeast: 1, from: "2026-01-01T00:00:00+08:00", reason });
  await run("setDutyHolders", { duty: "MEDIATOR", memberKinds: ["MEDIATOR", "VOLUNTEER"], expectedVersion: 1 }, "duty");
  await run("setDutyLine", { duty: "AUXILIARY", code: "MEDIATOR", title: "虚构职责" });
  const calendar = await run("draftCalendar", {});
  await run("loadHolidays", { ...(await of("calendar_revisions", calendar)), year: 2026 });
  await run("publishCalendar", { ...(await of("calendar_revisions", calendar)), note: "放假安排" });

  const place = { stationId: station, policeRoomId: room, divisionId };
  const grid = await run("createGrid", {
    ...place,
    code: "DEMO-0001",
    name: "虚构村",
    kind: "VILLAGE",
    openedOn: "2024-01-01",
  });
  const counts = { households: 10, population: 30, countedYear: 2024 };
  const facts = { name: "虚构新村", kind: "COMMUNITY", complexity: "COMPLEX", level: 2, policeRoomId: second };
  await run("updateGrid", { ...(await of("grids", grid)), ...counts, ...facts, from: onDay, reason });
  await run("moveGrid", {
    ...(await of("grids", grid)),
    stationId: other,
    policeRoomId: null,
    from: "2026-04-01",
    reason,
  });

  const made = { kind: "MEDIATOR", unitId: station, joinedOn: "2024-01-01", phone: "19900000000" };
  const member = await run("createMember", { ...made, name: "示例甲", badge: "D0001" });
  const substitute = await run("createMember", { ...made, name: "示例乙", badge: "D0002" });
  await run("updateMember", { ...(await of("members", member)), phone: "19900000001" });
  await run("transferMember", { ...(await of("members", member)), unitId: other, on: onDay, reason });
  const seat = { gridId: grid, memberId: member, duty: "MEDIATOR", from: "2026-03-02T00:00:00+08:00", reason };
  const assignment = await run("assignMember", seat);
  await run("endAssignment", { ...(await of("assignments", assignment)), reason });
  const away = { memberId: member, substituteId: substitute, reason };
  const absence = await run("recordAbsence", {
    ...away,
    from: "2099-01-05T00:00:00+08:00",
    to: "2099-01-09T00:00:00+08:00",
  });
  await run("updateAbsence", { ...(await of("absences", absence)), to: "2099-01-12T00:00:00+08:00" });
  await run("cancelAbsence", await of("absences", absence));
  await run("memberLeaves", { ...(await of("members", member)), on: "2099-02-01", endAssignments: true, reason });
  await run("returnMember", { ...(await of("members", member)), on: "2099-03-01", reason });
  await run("closeGrid", { ...(await of("grids", grid)), on: "2099-02-01", endAssignments: true, reason });

  const park = ["DEMO-0002", "虚构园区", "企业", "虚构派出所"];
  await importAll(bureau, "GRIDS", { columns: gridColumns, rows: [park] });
  const officer = ["D0003", "示例丙", "民警", "虚构派出所", "", "", "", ""];
  await importAll(bureau, "MEMBERS", { columns: memberColumns, rows: [officer] });
}
