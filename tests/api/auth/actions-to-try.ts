import type { Bureau } from "../../support/bureau.ts";
import { demand, fromNow } from "../assignments/staffing.ts";
import { makeAbsence } from "../grids/ground.ts";
import * as make from "./rows-to-act-on.ts";
import { node, type Row, single } from "./rows-to-act-on.ts";

/** A row, and the command of each action that it is in a state for, with an input that is wrong, but may be tried. */
export interface Case {
  row: Row;
  commands: Record<string, [mutation: string, input: object]>;
}

export interface Place {
  bureau: Bureau;
  here: string;
  there: string;
}

const day = "2026-11-22";
const moment = `${day}T00:00:00Z`;
const expectedVersion = 1_000;
const update = (id: string) => ({ id, expectedVersion });

const ofGrid = async (bureau: Bureau, stationId: string): Promise<Case> => {
  const [{ id }, member] = [await make.makeGrid(bureau, stationId), await make.makeMember(bureau, stationId)];
  return {
    row: node("Grid", id),
    commands: {
      UPDATE_GRID: ["updateGrid", update(id)],
      MOVE_GRID: ["moveGrid", { ...update(id), stationId }],
      CLOSE_GRID: ["closeGrid", { ...update(id), on: day }],
      ASSIGN_MEMBERS: ["assignMember", { gridId: id, memberId: member.id, duty: "MEDIATOR" }],
    },
  };
};

const ofClosedGrid = async (bureau: Bureau, stationId: string): Promise<Case> => {
  const { id } = await make.makeGrid(bureau, stationId);
  await bureau.sql((sql) => sql`update grids set closed_on = ${day} where bureau_id = ${bureau.id} and id = ${id}`);
  const { commands } = await ofGrid(bureau, stationId);
  const ofThis = Object.entries(commands).map(([action, [mutation, input]]) => [
    action,
    [mutation, { ...input, ...("gridId" in input ? { gridId: id } : { id }) }],
  ]);
  const { CLOSE_GRID: _, ...rest } = Object.fromEntries(ofThis) as Case["commands"];
  return { row: node("Grid", id), commands: { ...rest, REOPEN_GRID: ["reopenGrid", update(id)] } };
};

const ofMember = async (bureau: Bureau, unitId: string): Promise<Case> => {
  const { id } = await make.makeMember(bureau, unitId);
  return {
    row: node("Member", id),
    commands: {
      UPDATE_MEMBER: ["updateMember", update(id)],
      TRANSFER_MEMBER: ["transferMember", { ...update(id), unitId, on: day }],
      MEMBER_LEAVES: ["memberLeaves", { ...update(id), on: day }],
      RECORD_ABSENCE: ["recordAbsence", { memberId: id, from: moment, to: moment, reason: "" }],
    },
  };
};

const ofLeftMember = async (bureau: Bureau, unitId: string): Promise<Case> => {
  const { id } = await make.makeMember(bureau, unitId, { leftOn: day });
  return {
    row: node("Member", id),
    commands: {
      UPDATE_MEMBER: ["updateMember", update(id)],
      RETURN_MEMBER: ["returnMember", { ...update(id), on: day }],
    },
  };
};

const ofAbsence = async (bureau: Bureau, unitId: string): Promise<Case> => {
  const member = await make.makeMember(bureau, unitId);
  const id = await makeAbsence(bureau, member.id, { startsAt: fromNow(3), endsAt: fromNow(4) });
  return {
    row: node("Absence", id),
    commands: { UPDATE_ABSENCE: ["updateAbsence", update(id)], CANCEL_ABSENCE: ["cancelAbsence", update(id)] },
  };
};

const ofUnit = (id: string): Case => ({
  row: node("Unit", id),
  commands: {
    UPDATE_UNIT: ["updateUnit", update(id)],
    CREATE_UNIT: ["createUnit", { parentId: id, kind: "TEAM", name: "" }],
    CLOSE_UNIT: ["closeUnit", update(id)],
    MANAGE_MEMBERS: ["createMember", { badge: "", name: "", kind: "OFFICER", unitId: id }],
    CREATE_GRID: ["createGrid", { code: "", name: "", kind: "VILLAGE", stationId: id }],
  },
});

const ofClosedTeam = async (bureau: Bureau, parentId: string): Promise<Case> => {
  const id = await make.makeStation(bureau, { parentId, kind: "TEAM", closedOn: day });
  const { commands } = ofUnit(id);
  const { CLOSE_UNIT: _, CREATE_UNIT: __, ...rest } = commands;
  return {
    row: node("Unit", id),
    commands: {
      ...rest,
      MOVE_UNIT: ["moveUnit", { ...update(id), parentId }],
      REOPEN_UNIT: ["reopenUnit", update(id)],
    },
  };
};

const ofDivision = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeDivision(bureau);
  return {
    row: node("Division", id),
    commands: {
      UPDATE_DIVISION: ["updateDivision", { ...update(id), name: "村" }],
      CLOSE_DIVISION: ["closeDivision", { ...update(id), on: day }],
    },
  };
};

const ofClosedDivision = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeDivision(bureau, { closedOn: day });
  return {
    row: node("Division", id),
    commands: {
      UPDATE_DIVISION: ["updateDivision", { ...update(id), name: "村" }],
      REOPEN_DIVISION: ["reopenDivision", update(id)],
    },
  };
};

const ofAccount = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeAccount(bureau);
  const tries = { subjectId: id, source: "1", tries: 9, triedAt: new Date(), lockedUntil: fromNow(1) };
  await bureau.sql((sql) => sql`insert into password_tries ${sql({ bureauId: bureau.id, ...tries } as never)}`);
  return {
    row: node("Account", id),
    commands: {
      UPDATE_ACCOUNT: ["updateAccount", update(id)],
      UNLOCK_ACCOUNT: ["unlockAccount", { id }],
      RESET_PASSWORD: ["resetPassword", { id }],
      DISABLE_ACCOUNT: ["disableAccount", { id }],
      MANAGE_ROLES: ["grantRole", { accountId: id, role: "AUDITOR", unitId: bureau.id }],
    },
  };
};

const ofDisabledAccount = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeAccount(bureau);
  await bureau.sql((sql) => sql`update accounts set disabled_at = now() where bureau_id = ${bureau.id} and id = ${id}`);
  return {
    row: node("Account", id),
    commands: {
      UPDATE_ACCOUNT: ["updateAccount", update(id)],
      RESET_PASSWORD: ["resetPassword", { id }],
      ENABLE_ACCOUNT: ["enableAccount", { id }],
      MANAGE_ROLES: ["grantRole", { accountId: id, role: "AUDITOR", unitId: bureau.id }],
    },
  };
};

const ofOne = async (type: string, making: Promise<string>, action: string, mutation: string): Promise<Case> => {
  const id = await making;
  return { row: node(type, id), commands: { [action]: [mutation, { id }] } };
};

const ofAssignment = async (bureau: Bureau, stationId: string): Promise<Case> => {
  const { id, another } = await make.makeAssignment(bureau, stationId);
  return {
    row: node("Assignment", id),
    commands: {
      END_ASSIGNMENT: ["endAssignment", update(id)],
      REPLACE_HOLDER: ["replaceHolder", { assignmentId: id, expectedVersion, memberId: another }],
    },
  };
};

const ofSeat = async (bureau: Bureau, stationId: string): Promise<Case> => {
  const row = await make.makeSeat(bureau, stationId);
  const member = await make.makeMember(bureau, stationId);
  return {
    row,
    commands: { ASSIGN_MEMBERS: ["assignMember", { gridId: row.id, memberId: member.id, duty: "MEDIATOR" }] },
  };
};

const standard = { gridKind: "SCENIC", complexity: "ORDINARY", duty: "MEDIATOR", atLeast: 99 };

const ofStandard = async (bureau: Bureau): Promise<Case> => ({
  row: node("StaffingStandard", (await demand(bureau, { from: null, gridKind: "SCENIC" })).setStaffingStandard.id),
  commands: { MANAGE_STANDARDS: ["setStaffingStandard", standard] },
});

const ofConsent = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeConsent(bureau);
  return {
    row: node("Consent", id),
    commands: { CONFIRM_CONSENT: ["confirmConsent", { id }], DECLINE_CONSENT: ["declineConsent", { id }] },
  };
};

const ofImport = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeImport(bureau);
  return {
    row: node("ImportRun", id),
    commands: {
      IMPORT: ["mapImportColumns", { ...update(id), mapping: [] }],
      CANCEL_IMPORT: ["cancelImport", { id }],
    },
  };
};

/** Made anew for each who tries them: some of the commands are done. */
export const makeCases = async ({ bureau, here, there }: Place): Promise<Case[]> => [
  ...(await Promise.all(
    [here, there].flatMap((each) => [
      ofGrid(bureau, each),
      ofClosedGrid(bureau, each),
      ofMember(bureau, each),
      ofLeftMember(bureau, each),
      ofAbsence(bureau, each),
      ofUnit(each),
      ofClosedTeam(bureau, each),
      ofAssignment(bureau, each),
    ]),
  )),
  await ofSeat(bureau, here),
  await ofSeat(bureau, there),
  await ofDivision(bureau),
  await ofClosedDivision(bureau),
  await ofAccount(bureau),
  await ofDisabledAccount(bureau),
  await ofOne("ApiToken", make.makeApiToken(bureau), "REVOKE_API_TOKEN", "revokeApiToken"),
  await ofOne("Session", make.makeSession(bureau), "END_SESSION", "endSession"),
  await ofOne("RoleGrant", make.makeRoleGrant(bureau), "MANAGE_ROLES", "revokeRole"),
  await ofStandard(bureau),
  await ofConsent(bureau),
  await ofImport(bureau),
  {
    row: single("Bureau", "bureau"),
    commands: {
      MANAGE_UNITS: ["createUnit", { parentId: there, kind: "TEAM", name: "" }],
      MANAGE_DIVISIONS: ["createDivision", { code: "1", name: "" }],
      IMPORT: ["mapImportColumns", { ...update(await make.makeImport(bureau)), mapping: [] }],
      // In a part of it at least.
      MANAGE_MEMBERS: ["createMember", { badge: "", name: "", kind: "OFFICER", unitId: here }],
      CREATE_GRID: ["createGrid", { code: "", name: "", kind: "VILLAGE", stationId: here }],
    },
  },
  {
    row: single("SessionPolicy", "sessionPolicy"),
    commands: { UPDATE_SESSION_POLICY: ["updateSessionPolicy", { idleMinutes: 0, hours: 0, expectedVersion }] },
  },
  {
    row: single("DutyHolders", "dutyHolders"),
    commands: { MANAGE_STANDARDS: ["setDutyHolders", { duty: "MEDIATOR", memberKinds: [] }] },
  },
  {
    row: single("Viewer", "viewer"),
    commands: {
      MANAGE_ACCOUNTS: ["createAccount", { name: "-", displayName: "", roles: [] }],
      MANAGE_ROLES: ["grantRole", { accountId: bureau.administrator.accountId, role: "AUDITOR", unitId: bureau.id }],
      UPDATE_SESSION_POLICY: ["updateSessionPolicy", { idleMinutes: 0, hours: 0, expectedVersion }],
      CREATE_API_TOKEN: ["createApiToken", { name: "", scope: "READ", expiresAt: moment }],
    },
  },
];
