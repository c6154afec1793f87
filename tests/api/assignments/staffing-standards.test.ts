import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { auditOf, makeStation } from "../grids/ground.ts";
import { demand, fromNow, setStaffingStandard, withKey } from "./staffing.ts";

const standards = /* GraphQL */ `
  query ($at: DateTime, $always: Boolean) {
    staffingStandards(at: $at, always: $always) {
      gridKind
      complexity
      duty
      atLeast
      atMost
      startsAt
      endsAt
    }
  }
`;
const applyStaffingPreset = /* GraphQL */ `
  mutation ($input: ApplyStaffingPresetInput!) {
    applyStaffingPreset(input: $input) {
      id
      duty
      atLeast
    }
  }
`;
const setDutyHolders = /* GraphQL */ `
  mutation ($input: SetDutyHoldersInput!) {
    setDutyHolders(input: $input) {
      duty
      memberKinds
      version
    }
  }
`;

test("a standard follows another and leaves a planned one its time", async () => {
  const bureau = await makeBureau();
  await demand(bureau, { atLeast: 1 });
  await demand(bureau, { atLeast: 0, from: fromNow(30) });
  const { setStaffingStandard: made } = await demand(bureau, { atLeast: 1, atMost: 1, from: fromNow(10) });
  expect(made).toMatchObject({ startsAt: fromNow(10).toISOString(), endsAt: fromNow(30).toISOString(), atMost: 1 });
  const at = async (moment: Date | null) =>
    (await bureau.administrator.run(standards, { at: moment })).staffingStandards;
  expect(await at(null)).toMatchObject([{ atLeast: 1, atMost: null, endsAt: fromNow(10).toISOString() }]);
  expect(await at(fromNow(40))).toMatchObject([{ atLeast: 0, endsAt: null }]);
  expect((await bureau.administrator.run(standards, { always: true })).staffingStandards).toHaveLength(3);
  expect(await auditOf(bureau, made.id)).toMatchObject([
    { action: "staffingStandard.set", before: { atMost: null }, after: { atMost: 1 } },
  ]);
});

test("a standard tells when it was set and what ended it", async () => {
  const bureau = await makeBureau();
  const first = (await demand(bureau, { atLeast: 1 })).setStaffingStandard;
  await demand(bureau, { atLeast: 0, from: fromNow(10) });
  const { node } = await bureau.administrator.run(
    `query ($id: ID!) { node(id: $id) { ... on StaffingStandard { endsAt history { action before after } } } }`,
    { id: first.id },
  );
  expect(node).toMatchObject({
    endsAt: fromNow(10).toISOString(),
    history: [
      { action: "staffingStandard.end", before: { endsAt: null }, after: { endsAt: fromNow(10).toISOString() } },
      { action: "staffingStandard.set", before: null, after: { atLeast: 1 } },
    ],
  });
  const kinds = { preset: "ONE_GRID_ONE_OFFICER", gridKinds: ["ENTERPRISE"] };
  await bureau.administrator.run(applyStaffingPreset, withKey({ ...kinds, from: fromNow(5) }));
  expect((await auditOf(bureau, first.id)).map(({ action }) => action)).toEqual([
    "staffingStandard.set",
    "staffingStandard.end",
    "staffingStandard.end",
  ]);
});

test("one set for the same moment takes the other's place", async () => {
  const bureau = await makeBureau();
  await demand(bureau, { atLeast: 1, from: fromNow(3) });
  await demand(bureau, { atLeast: 0, from: fromNow(3) });
  expect((await bureau.administrator.run(standards, { always: true })).staffingStandards).toMatchObject([
    { atLeast: 0 },
  ]);
});

test("impossible numbers, and a start before the standard in force, are refused", async () => {
  const bureau = await makeBureau();
  await demand(bureau, {});
  const refused = async (input: object) =>
    (
      await bureau.administrator.refused(
        setStaffingStandard,
        withKey({ gridKind: "ENTERPRISE", complexity: "ORDINARY", duty: "RESPONSIBLE_OFFICER", atLeast: 1, ...input }),
      )
    ).fields.map((each) => each.code);
  expect(await refused({ atLeast: 2 })).toEqual(["STANDARD_ONE_OFFICER"]);
  expect(await refused({ duty: "AUXILIARY", atLeast: 51 })).toEqual(["OUT_OF_RANGE"]);
  expect(await refused({ duty: "AUXILIARY", atLeast: 3, atMost: 2 })).toEqual(["STANDARD_ORDER"]);
  expect(await refused({ from: "2021-01-01T00:00:00Z" })).toEqual(["REASON_FOR_THE_PAST"]);
  const reason = "补录";
  expect(await refused({ from: "2021-01-01T00:00:00Z", reason })).toEqual(["STANDARD_SUPERSEDED"]);
  expect(await refused({ from: "1999-01-01T00:00:00Z", reason })).toEqual(["PERIOD_TOO_FAR"]);
});

test("a preset sets what it names and ends what it does not", async () => {
  const bureau = await makeBureau();
  await demand(bureau, { gridKind: "COMMUNITY", duty: "GRID_WORKER" });
  const { applyStaffingPreset: set } = await bureau.administrator.run(
    applyStaffingPreset,
    withKey({ preset: "ONE_AREA_TWO_AUXILIARIES" }),
  );
  expect(set).toHaveLength(4);
  const { staffingStandards: now } = await bureau.administrator.run(standards);
  expect(
    now.map(
      (each: Record<string, unknown>) => `${each["gridKind"]} ${each["complexity"]} ${each["duty"]} ${each["atLeast"]}`,
    ),
  ).toEqual([
    "COMMUNITY COMPLEX AUXILIARY 2",
    "COMMUNITY COMPLEX RESPONSIBLE_OFFICER 1",
    "COMMUNITY ORDINARY AUXILIARY 2",
    "COMMUNITY ORDINARY RESPONSIBLE_OFFICER 1",
  ]);
  await bureau.administrator.run(
    applyStaffingPreset,
    withKey({ preset: "ONE_OFFICER_TWO_MEMBERS", gridKinds: ["COMMUNITY"] }),
  );
  expect((await bureau.administrator.run(standards)).staffingStandards).toHaveLength(8);
});

test("who may hold a duty is set", async () => {
  const bureau = await makeBureau();
  const { setDutyHolders: set } = await bureau.administrator.run(
    setDutyHolders,
    withKey({ duty: "MEDIATOR", memberKinds: ["MEDIATOR", "LAWYER", "MEDIATOR"], expectedVersion: 1 }),
  );
  expect(set).toEqual({ duty: "MEDIATOR", memberKinds: ["LAWYER", "MEDIATOR"], version: 2 });
  const { dutyHolders } = await bureau.administrator.run(`{ dutyHolders { duty memberKinds } }`);
  expect(dutyHolders).toHaveLength(5);
  const refused = async (input: object) =>
    (await bureau.administrator.refused(setDutyHolders, withKey({ duty: "MEDIATOR", ...input }))).fields;
  expect(await refused({ memberKinds: [], expectedVersion: 2 })).toMatchObject([{ code: "DUTY_NEEDS_KIND" }]);
  expect(await refused({ memberKinds: ["MEDIATOR"], expectedVersion: 1 })).toMatchObject([
    { code: "VERSION_MOVED", params: { version: 2 } },
  ]);
});

test("a duty that nobody may hold is of version 0", async () => {
  const bureau = await makeBureau();
  await bureau.sql((sql) => sql`delete from duty_holders where bureau_id = ${bureau.id} and duty = 'MEDIATOR'`);
  const { setDutyHolders: set } = await bureau.administrator.run(
    setDutyHolders,
    withKey({ duty: "MEDIATOR", memberKinds: ["MEDIATOR"], expectedVersion: 0 }),
  );
  expect(set).toEqual({ duty: "MEDIATOR", memberKinds: ["MEDIATOR"], version: 1 });
});

test("only an administrator of the whole bureau manages standards", async () => {
  const bureau = await makeBureau();
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(bureau) });
  const standard = { gridKind: "ENTERPRISE", complexity: "ORDINARY", duty: "AUXILIARY", atLeast: 1 };
  expect((await chief.refused(setStaffingStandard, withKey(standard))).code).toBe("FORBIDDEN");
  expect((await chief.refused(applyStaffingPreset, withKey({ preset: "ONE_GRID_ONE_OFFICER" }))).code).toBe(
    "FORBIDDEN",
  );
  expect(
    (await chief.refused(setDutyHolders, withKey({ duty: "MEDIATOR", memberKinds: ["LAWYER"], expectedVersion: 1 })))
      .code,
  ).toBe("FORBIDDEN");
  expect((await bureau.stranger.refused(setStaffingStandard, withKey(standard))).code).toBe("UNAUTHENTICATED");
});

test("another bureau's standards are its own", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  await demand(bureau, {});
  expect((await other.administrator.run(standards, { always: true })).staffingStandards).toEqual([]);
});
