import { beforeEach, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { fromNow } from "../assignments/staffing.ts";
import { makeCategory, makeMatter, refusedOnceEnded } from "./actions-on-matters.ts";
import { retiredLine, unitWithoutLines } from "./actions-on-duty-lines.ts";
import { checklistWithoutDraft, retiredChecklist } from "./actions-on-checklists.ts";
import { unsignedReview } from "./actions-on-lists.ts";
import { doneRecheck } from "./actions-on-rechecks.ts";
import { makeHandover } from "./actions-on-handovers.ts";
import { begunAbsence, pastAbsence } from "./refused-absences.ts";
import { importCommands, ofNoDraft, ofPastExport, type RefusedNow } from "./refused-now.ts";
import * as make from "./rows-to-act-on.ts";
import { actionsOn, endOf, node, type Row } from "./rows-to-act-on.ts";

/** What an administrator can't do with a row as it stands, and what the command then says. */
interface Case {
  row: Row;
  refused: Record<string, [mutation: string, input: object, said: string]>;
}

let bureau: Bureau;
let station: string;

beforeEach(async () => {
  bureau = await makeBureau();
  station = await make.makeStation(bureau);
});

const day = "2026-11-22";
const update = (id: string) => ({ id, expectedVersion: 1 });
const because = { reason: "试一试" };

const change = (table: string, id: string, row: object) =>
  bureau.sql((sql) => sql`update ${sql(table)} set ${sql(row as never)} where bureau_id = ${bureau.id} and id = ${id}`);

type ImportAction = keyof ReturnType<typeof importCommands>;

async function importThatIs(standing: object, said: string, ...actions: ImportAction[]): Promise<Case> {
  const id = await make.makeImport(bureau);
  await change("import_runs", id, standing);
  const commands = importCommands(id, 1, said);
  return {
    row: node("ImportRun", id),
    refused: Object.fromEntries(actions.map((action) => [action, commands[action]])),
  };
}

const beginning = ["CHOOSE_IMPORT_SHEET", "MAP_IMPORT_COLUMNS", "CHECK_IMPORT", "WRITE_IMPORT"] as const;

const cases: Record<string, () => Promise<Case>> = {
  "a matter that has ended": async () => {
    const ended = { outcome: "SETTLED", endedAt: new Date() };
    const [id, another] = [await makeMatter(bureau, station, ended), await makeMatter(bureau, station)];
    return { row: node("Matter", id), refused: refusedOnceEnded(id, another) };
  },
  "a re-check that has its result": () => doneRecheck(bureau, station),
  "a review that is not signed": () => unsignedReview(bureau, station),
  "a checklist that is retired": () => retiredChecklist(bureau, station),
  "a checklist whose draft was discarded": () => checklistWithoutDraft(bureau),
  "a handover that has ended": async () => {
    const ended = {
      outcome: "DECLINED",
      endedAt: new Date(),
      endedBy: bureau.administrator.accountId,
      endReason: "不符",
    };
    const id = await makeHandover(bureau, station, ended);
    const refused = ["withdrawHandover", { id, ...because }, "HANDOVER_ENDED"] as const;
    return { row: node("Handover", id), refused: { WITHDRAW_HANDOVER: [...refused] } };
  },
  "a category that was retired": async () => {
    const id = await makeCategory(bureau, { endsAt: new Date() });
    const refused = ["retireMatterCategory", update(id), "MATTER_CATEGORY_ENDED"] as const;
    return { row: node("MatterCategory", id), refused: { RETIRE_MATTER_CATEGORY: [...refused] } };
  },
  "a duty line that was retired": () => retiredLine(bureau),
  "a unit that is no station": () => unitWithoutLines(bureau, station),
  "a grid that is open": async () => {
    const { id } = await make.makeGrid(bureau, station);
    return { row: node("Grid", id), refused: { REOPEN_GRID: ["reopenGrid", update(id), "GRID_NOT_CLOSED"] } };
  },
  "a grid that is closed": async () => {
    const { id } = await make.makeGrid(bureau, station);
    await change("grids", id, { closedOn: day });
    const closing = { ...update(id), on: day, ...because };
    return { row: node("Grid", id), refused: { CLOSE_GRID: ["closeGrid", closing, "GRID_CLOSED_ALREADY"] } };
  },
  "a seat that is filled": async () => {
    const { grid, another } = await make.makeAssignment(bureau, station);
    const { id: gridId } = grid;
    return {
      row: { type: "Seat", document: `{ row: node(id: "${gridId}") { ... on Grid { seats { viewerMay } } } }` },
      refused: {
        ASSIGN_MEMBERS: [
          "assignMember",
          { gridId, memberId: another, duty: "RESPONSIBLE_OFFICER" },
          "RESPONSIBLE_OFFICER_TAKEN",
        ],
      },
    };
  },
  "an assignment that is over": async () => {
    const { id, another } = await make.makeAssignment(bureau, station, { to: fromNow(-3).toISOString() });
    return {
      row: node("Assignment", id),
      refused: {
        END_ASSIGNMENT: ["endAssignment", update(id), "ASSIGNMENT_OVER"],
        REPLACE_HOLDER: [
          "replaceHolder",
          { assignmentId: id, expectedVersion: 1, memberId: another },
          "ASSIGNMENT_OVER",
        ],
        UNDO_ASSIGNMENT: ["undoAssignments", { ids: [id] }, "ASSIGNMENT_OVER"],
      },
    };
  },
  "an assignment that was ended since": async () => {
    const { id, version } = await make.makeAssignment(bureau, station);
    await endOf(bureau.administrator, "endAssignment", { id, expectedVersion: version, at: fromNow(3) });
    return {
      row: node("Assignment", id),
      refused: { UNDO_ASSIGNMENT: ["undoAssignments", { ids: [id] }, "UNDO_ENDED"] },
    };
  },
  "a member who stays": async () => {
    const { id } = await make.makeMember(bureau, station);
    const coming = { ...update(id), on: day, ...because };
    return { row: node("Member", id), refused: { RETURN_MEMBER: ["returnMember", coming, "MEMBER_HAS_NOT_LEFT"] } };
  },
  "a member who has left": async () => {
    const { id } = await make.makeMember(bureau, station, { leftOn: day });
    const unitId = await make.makeStation(bureau);
    const later = { ...update(id), on: "2026-11-23", ...because };
    const away = { memberId: id, from: fromNow(1), to: fromNow(2), ...because };
    return {
      row: node("Member", id),
      refused: {
        TRANSFER_MEMBER: ["transferMember", { ...later, unitId }, "MEMBER_HAS_LEFT"],
        MEMBER_LEAVES: ["memberLeaves", later, "MEMBER_HAS_LEFT"],
        RECORD_ABSENCE: ["recordAbsence", away, "MEMBER_HAS_LEFT"],
        OPEN_PHONE: ["openPhone", { id }, "MEMBER_WITHOUT_PHONE"],
      },
    };
  },
  "an absence that has begun": () => begunAbsence(bureau, station),
  "an absence that is over": () => pastAbsence(bureau, station),
  "the bureau's own unit": async () => {
    const id = bureau.rootId;
    return {
      row: node("Unit", id),
      refused: {
        MOVE_UNIT: ["moveUnit", { ...update(id), parentId: station }, "UNIT_PLACE"],
        CLOSE_UNIT: ["closeUnit", { ...update(id), on: "2027-01-01" }, "UNIT_IS_ROOT"],
        REOPEN_UNIT: ["reopenUnit", update(id), "UNIT_NOT_CLOSED"],
      },
    };
  },
  "a station": async () => ({
    row: node("Unit", station),
    refused: {
      MOVE_UNIT: ["moveUnit", { ...update(station), parentId: await make.makeStation(bureau) }, "UNIT_PLACE"],
    },
  }),
  "a unit that is closed": async () => {
    await change("units", station, { closedOn: day });
    return {
      row: node("Unit", station),
      refused: {
        CLOSE_UNIT: ["closeUnit", { ...update(station), on: day, ...because }, "UNIT_CLOSED"],
        CREATE_UNIT: ["createUnit", { parentId: station, kind: "TEAM", name: "测试中队" }, "UNIT_CLOSED"],
      },
    };
  },
  "a unit that nothing stands under": async () => {
    const id = await make.makeStation(bureau, { parentId: station, kind: "WORKSTATION", level: 3 });
    return {
      row: node("Unit", id),
      refused: { CREATE_UNIT: ["createUnit", { parentId: id, kind: "TEAM", name: "测试中队" }, "UNIT_PLACE"] },
    };
  },
  "a division that is open": async () => {
    const id = await make.makeDivision(bureau);
    return {
      row: node("Division", id),
      refused: { REOPEN_DIVISION: ["reopenDivision", update(id), "DIVISION_NOT_CLOSED"] },
    };
  },
  "a division that is closed": async () => {
    const id = await make.makeDivision(bureau, { closedOn: day });
    const closing = { ...update(id), on: day, ...because };
    return { row: node("Division", id), refused: { CLOSE_DIVISION: ["closeDivision", closing, "DIVISION_CLOSED"] } };
  },
  "one's own account": async () => {
    const id = bureau.administrator.accountId;
    return {
      row: node("Account", id),
      refused: {
        DISABLE_ACCOUNT: ["disableAccount", { id }, "ACCOUNT_IS_YOUR_OWN"],
        RESET_PASSWORD: ["resetPassword", { id }, "CONSENT_NEEDED"],
        ENABLE_ACCOUNT: ["enableAccount", { id }, "ACCOUNT_NOT_DISABLED"],
      },
    };
  },
  "an account that no administrator resets alone, and whose reset is asked for": async () => {
    const { accountId: id } = await bureau.signIn({ role: "AUDITOR" });
    const request = { kind: "RESET_PASSWORD", accountId: id, reason: "忘记密码" };
    await endOf(bureau.administrator, "requestConsent", request);
    return {
      row: node("Account", id),
      refused: {
        RESET_PASSWORD: ["resetPassword", { id }, "CONSENT_NEEDED"],
        REQUEST_CONSENT: ["requestConsent", request, "CONSENT_ASKED_ALREADY"],
      },
    };
  },
  "an account that an administrator resets alone": async () => {
    const id = await make.makeAccount(bureau);
    const request = { kind: "RESET_PASSWORD", accountId: id, reason: "忘记密码" };
    return {
      row: node("Account", id),
      refused: { REQUEST_CONSENT: ["requestConsent", request, "CONSENT_NOT_NEEDED"] },
    };
  },
  "an account that is disabled": async () => {
    const id = await make.makeAccount(bureau);
    await change("accounts", id, { disabledAt: new Date() });
    return {
      row: node("Account", id),
      refused: { DISABLE_ACCOUNT: ["disableAccount", { id }, "ACCOUNT_DISABLED_ALREADY"] },
    };
  },
  "a token that was revoked": async () => {
    const id = await make.makeApiToken(bureau, { revokedAt: new Date() });
    const refused: RefusedNow = { REVOKE_API_TOKEN: ["revokeApiToken", { id }, "TOKEN_REVOKED_ALREADY"] };
    return { row: node("ApiToken", id), refused };
  },
  "an export that is over": async () => {
    const id = await make.makeListExport(bureau, { state: "FAILED", finishedAt: new Date() });
    return { row: node("ListExport", id), refused: ofPastExport(id) };
  },
  "a session that was ended": async () => {
    const id = await make.makeSession(bureau);
    await change("sessions", id, { endedAt: new Date() });
    return { row: node("Session", id), refused: { END_SESSION: ["endSession", { id }, "SESSION_OVER"] } };
  },
  "a consent one asked for": async () => {
    const id = await make.makeConsent(bureau);
    const refused: RefusedNow = { CONFIRM_CONSENT: ["confirmConsent", { id }, "CONSENT_BY_ANOTHER"] };
    return { row: node("Consent", id), refused };
  },
  "a consent that was declined": async () => {
    const id = await make.makeConsent(bureau);
    await endOf(bureau.administrator, "declineConsent", { id });
    return { row: node("Consent", id), refused: { DECLINE_CONSENT: ["declineConsent", { id }, "CONSENT_DECIDED"] } };
  },
  "a calendar that is published": async () => {
    const id = await make.makeCalendarDraft(bureau);
    await change("calendar_revisions", id, { state: "PUBLISHED", publishedAt: new Date() });
    return { row: node("CalendarRevision", id), refused: ofNoDraft(id) };
  },
  "a calendar whose draft was discarded": async () => {
    const id = await make.makeCalendarDraft(bureau);
    await change("calendar_revisions", id, { state: "DISCARDED" });
    return { row: node("CalendarRevision", id), refused: ofNoDraft(id) };
  },
  "an import that was cancelled": async () => {
    const id = await make.makeImport(bureau);
    await endOf(bureau.administrator, "cancelImport", { id });
    return { row: node("ImportRun", id), refused: importCommands(id, 2, "IMPORT_STATE") };
  },
  "an import that is not checked": () => importThatIs({ status: "UPLOADED" }, "IMPORT_STATE", "WRITE_IMPORT"),
  "an import that is being checked": () => importThatIs({ status: "CHECKING" }, "IMPORT_STATE", ...beginning),
  "an import that has errors": () =>
    importThatIs({ status: "CHECKED", errorCount: 1 }, "IMPORT_HAS_ERRORS", "WRITE_IMPORT"),
  "an import that is being written": () => importThatIs({ status: "WRITING" }, "IMPORT_STATE", ...beginning),
  "an import of which all rows are written": () =>
    importThatIs({ status: "WRITING", doneRows: 1 }, "IMPORT_RECORDING", "CANCEL_IMPORT"),
  "an import that made nothing": () => importThatIs({ status: "WRITTEN" }, "IMPORT_MADE_UNKNOWN", "UNDO_IMPORT"),
  "an import that is written": () => importThatIs({ status: "WRITTEN" }, "IMPORT_STATE", ...beginning, "CANCEL_IMPORT"),
  "an import that failed, and whose file is no longer kept": async () => {
    const failed = await importThatIs({ status: "FAILED" }, "IMPORT_FILE_GONE", "CHECK_IMPORT", "CANCEL_IMPORT");
    await bureau.sql((sql) => sql`delete from import_file_portions where bureau_id = ${bureau.id}`);
    return failed;
  },
};

test.each(Object.entries(cases))("%s: what the command refuses is not offered", async (_, make) => {
  const { row, refused } = await make();
  const actions = await actionsOn(bureau.administrator, row);
  const said: Record<string, unknown> = {};
  for (const [action, [mutation, input]] of Object.entries(refused))
    said[action] = (await endOf(bureau.administrator, mutation, input)).fields;
  const expected = Object.entries(refused).map(([action, [, , code]]) => [action, expect.arrayContaining([code])]);
  expect(said).toEqual(Object.fromEntries(expected));
  expect(actions?.filter((action) => action in refused)).toEqual([]);
});
