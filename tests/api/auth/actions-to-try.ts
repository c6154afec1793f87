import type { Bureau } from "../../support/bureau.ts";
import { demand } from "../assignments/staffing.ts";
import { makePhoto } from "../evidence/photo-rows.ts";
import {
  ofAccount,
  ofGuardedAccount,
  ofDisabledAccount,
  ofCalendarDraft,
  ofConsent,
  ofDeadlineRule,
  ofImport,
  ofCheckedImport,
  ofWrittenImport,
  expectedVersion,
  update,
} from "./actions-on-the-system.ts";
import { ofHandover } from "./actions-on-handovers.ts";
import { casesOfDutyLines, wrongLine } from "./actions-on-duty-lines.ts";
import { casesOfChecklists, wrongChecklist } from "./actions-on-checklists.ts";
import { casesOfLists, wrongScheme } from "./actions-on-lists.ts";
import { casesOfRechecks } from "./actions-on-rechecks.ts";
import { casesOfMatters, wrongCategory, wrongMatter } from "./actions-on-matters.ts";
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
const wrongRule = { kind: "TASK", urgency: "ORDINARY", unit: "MINUTES", warnAtPercent: 0 };
const moment = `${day}T00:00:00Z`;

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
  const { id } = await make.makeMember(bureau, unitId, { phone: "19900000001" });
  return {
    row: node("Member", id),
    commands: {
      OPEN_PHONE: ["openPhone", { id }],
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
  const id = await make.recordAbsence(bureau, member.id);
  return {
    row: node("Absence", id),
    commands: {
      UPDATE_ABSENCE: ["updateAbsence", update(id)],
      CANCEL_ABSENCE: ["cancelAbsence", update(id)],
      UNDO_ABSENCE: ["undoAbsence", update(id)],
    },
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
    MANAGE_DUTY_LINES: ["setDutyLine", { ...wrongLine, stationId: id }],
    MANAGE_LIST_SCHEMES: ["setListScheme", { ...wrongScheme, stationId: id }],
    REVIEW_WEEKS: ["signCleanWeeks", { unitId: id, week: "2099-01-05" }],
    DRAW_RECHECKS: ["drawRechecks", { stationId: id, month: "2099-01-01" }],
    SHARE_LIST_VIEWS: ["createListView", { page: "grids", name: "", query: "", unitId: id }],
  },
});

const ofClosedTeam = async (bureau: Bureau, parentId: string): Promise<Case> => {
  const id = await make.makeStation(bureau, { parentId, kind: "TEAM", closedOn: day });
  const { commands } = ofUnit(id);
  const ofOpenStations = new Set([
    "CLOSE_UNIT",
    "CREATE_UNIT",
    "MANAGE_DUTY_LINES",
    "MANAGE_LIST_SCHEMES",
    "REVIEW_WEEKS",
    "DRAW_RECHECKS",
  ]);
  const rest = Object.fromEntries(Object.entries(commands).filter(([action]) => !ofOpenStations.has(action)));
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

const ofOne = async (type: string, making: Promise<string>, action: string, mutation: string): Promise<Case> => {
  const id = await making;
  return { row: node(type, id), commands: { [action]: [mutation, { id }] } };
};

const ofListView = async (bureau: Bureau, unitId: string): Promise<Case> => {
  const id = await make.makeListView(bureau, unitId);
  return {
    row: node("ListView", id),
    commands: { UPDATE_LIST_VIEW: ["updateListView", update(id)], DELETE_LIST_VIEW: ["deleteListView", { id }] },
  };
};

const ofAssignment = async (bureau: Bureau, stationId: string): Promise<Case> => {
  const { id, another } = await make.makeAssignment(bureau, stationId);
  return {
    row: node("Assignment", id),
    commands: {
      END_ASSIGNMENT: ["endAssignment", update(id)],
      REPLACE_HOLDER: ["replaceHolder", { assignmentId: id, expectedVersion, memberId: another }],
      UNDO_ASSIGNMENT: ["undoAssignments", { ids: [id], reason: "长".repeat(201) }],
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
  await ofGuardedAccount(bureau),
  await ofOne("ApiToken", make.makeApiToken(bureau), "REVOKE_API_TOKEN", "revokeApiToken"),
  await ofOne("Session", make.makeSession(bureau), "END_SESSION", "endSession"),
  await ofOne("ListExport", make.makeListExport(bureau), "CANCEL_LIST_EXPORT", "cancelListExport"),
  await ofListView(bureau, here),
  await ofOne("RoleGrant", make.makeRoleGrant(bureau), "MANAGE_ROLES", "revokeRole"),
  await ofHandover(bureau, here),
  await ofHandover(bureau, there),
  ...(await casesOfMatters(bureau, [here, there])),
  ...(await casesOfDutyLines(bureau, [here, there])),
  ...(await casesOfChecklists(bureau, [here, there])),
  ...(await casesOfLists(bureau, [here, there])),
  ...(await casesOfRechecks(bureau, [here, there])),
  await ofOne("EvidenceFile", makePhoto(bureau, here), "REMOVE_EVIDENCE", "removeEvidence"),
  await ofOne("EvidenceFile", makePhoto(bureau, there), "REMOVE_EVIDENCE", "removeEvidence"),
  await ofStandard(bureau),
  await ofConsent(bureau),
  await ofCalendarDraft(bureau),
  await ofDeadlineRule(bureau),
  await ofImport(bureau),
  await ofCheckedImport(bureau),
  await ofWrittenImport(bureau),
  {
    row: single("Bureau", "bureau"),
    commands: {
      MANAGE_UNITS: ["createUnit", { parentId: there, kind: "TEAM", name: "" }],
      MANAGE_DIVISIONS: ["createDivision", { code: "1", name: "" }],
      MANAGE_STANDARDS: ["setStaffingStandard", standard],
      MANAGE_MATTER_CATEGORIES: ["setMatterCategory", wrongCategory],
      MANAGE_DUTY_LINES: ["setDutyLine", wrongLine],
      MANAGE_LIST_SCHEMES: ["setListScheme", wrongScheme],
      SET_RECHECK_QUOTA: ["setRecheckQuota", {}],
      DRAW_RECHECKS: ["drawRechecks", { stationId: here, month: "2099-01-01" }],
      SET_DEADLINE_RULE: ["setDeadlineRule", wrongRule],
      REGISTER_MATTER: ["registerMatter", await wrongMatter(bureau, here)],
      MANAGE_CALENDAR: ["draftCalendar", {}],
      MANAGE_CHECKLISTS: ["draftChecklist", wrongChecklist(here)],
      MANAGE_BUREAU_CHECKLISTS: ["draftChecklist", wrongChecklist(null)],
      ISSUE_WORK: ["issueTask", { title: "", to: [{ unitId: here }] }],
      IMPORT: ["mapImportColumns", { ...update(await make.makeImport(bureau)), mapping: [] }],
      // In a part of it at least.
      MANAGE_MEMBERS: ["createMember", { badge: "", name: "", kind: "OFFICER", unitId: here }],
      CREATE_GRID: ["createGrid", { code: "", name: "", kind: "VILLAGE", stationId: here }],
      SET_DUTY_LINE: ["setDutyLine", { ...wrongLine, stationId: here }],
      REVIEW_WEEKS: ["signCleanWeeks", { unitId: here, week: "2099-01-05" }],
    },
  },
  {
    row: single("SessionPolicy", "sessionPolicy"),
    commands: { UPDATE_SESSION_POLICY: ["updateSessionPolicy", { idleMinutes: 0, hours: 0, expectedVersion }] },
  },
  {
    row: single("DutyHolders", "dutyHolders"),
    commands: { MANAGE_STANDARDS: ["setDutyHolders", { duty: "MEDIATOR", memberKinds: [], expectedVersion }] },
  },
  {
    row: single("Viewer", "viewer"),
    commands: {
      MANAGE_ACCOUNTS: ["createAccount", { name: "-", displayName: "", roles: [] }],
      MANAGE_ROLES: ["grantRole", { accountId: bureau.administrator.accountId, role: "AUDITOR", unitId: bureau.id }],
      UPDATE_SESSION_POLICY: ["updateSessionPolicy", { idleMinutes: 0, hours: 0, expectedVersion }],
      CREATE_API_TOKEN: ["createApiToken", { name: "", scope: "READ", expiresAt: moment }],
      CHECK_AUDIT_CHAIN: ["checkAuditChain", {}],
    },
  },
];
