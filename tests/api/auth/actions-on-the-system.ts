import type { Bureau } from "../../support/bureau.ts";
import { fromNow } from "../assignments/staffing.ts";
import { makeRule } from "../work/ground.ts";
import type { Case } from "./actions-to-try.ts";
import * as make from "./rows-to-act-on.ts";
import { node } from "./rows-to-act-on.ts";

export const expectedVersion = 1_000;
export const update = (id: string) => ({ id, expectedVersion });

export const ofAccount = async (bureau: Bureau): Promise<Case> => {
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

export const ofGuardedAccount = async (bureau: Bureau): Promise<Case> => {
  const { accountId: id } = await bureau.signIn({ role: "AUDITOR" });
  return {
    row: node("Account", id),
    commands: {
      UPDATE_ACCOUNT: ["updateAccount", update(id)],
      REQUEST_CONSENT: ["requestConsent", { kind: "RESET_PASSWORD", accountId: id, reason: "" }],
      MANAGE_ROLES: ["grantRole", { accountId: id, role: "AUDITOR", unitId: bureau.id }],
      DISABLE_ACCOUNT: ["disableAccount", { id }],
    },
  };
};

export const ofDisabledAccount = async (bureau: Bureau): Promise<Case> => {
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

export const ofCalendarDraft = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeCalendarDraft(bureau);
  return {
    row: node("CalendarRevision", id),
    commands: {
      SET_CALENDAR_DAYS: ["setCalendarDays", { ...update(id), days: [] }],
      SET_CALENDAR_SHIFTS: ["setCalendarShifts", { ...update(id), shifts: [] }],
      LOAD_HOLIDAYS: ["loadHolidays", { ...update(id), year: 2026 }],
      PUBLISH_CALENDAR: ["publishCalendar", { ...update(id), note: "" }],
      DISCARD_CALENDAR_DRAFT: ["discardCalendarDraft", update(id)],
    },
  };
};

export const ofConsent = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeConsent(bureau);
  return {
    row: node("Consent", id),
    commands: { CONFIRM_CONSENT: ["confirmConsent", { id }], DECLINE_CONSENT: ["declineConsent", { id }] },
  };
};

export const ofImport = async (bureau: Bureau, given?: string): Promise<Case> => {
  const id = given ?? (await make.makeImport(bureau));
  return {
    row: node("ImportRun", id),
    commands: {
      CHOOSE_IMPORT_SHEET: ["chooseImportSheet", { ...update(id), sheet: 0 }],
      MAP_IMPORT_COLUMNS: ["mapImportColumns", { ...update(id), mapping: [] }],
      CHECK_IMPORT: ["checkImport", { id, stationId: bureau.id }],
      CANCEL_IMPORT: ["cancelImport", { id }],
    },
  };
};

export const ofCheckedImport = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeImport(bureau);
  const { row, commands } = await ofImport(bureau, id);
  await bureau.sql(
    (sql) => sql`update import_runs set status = 'CHECKED' where bureau_id = ${bureau.id} and id = ${id}`,
  );
  const { CANCEL_IMPORT, ...rest } = commands;
  return {
    row,
    commands: { ...rest, WRITE_IMPORT: ["writeImport", update(id)], CANCEL_IMPORT: CANCEL_IMPORT! },
  };
};

/** One that has made nothing: nothing can stand on it. */
export const ofWrittenImport = async (bureau: Bureau): Promise<Case> => {
  const id = await make.makeImport(bureau);
  await bureau.sql(async (sql) => {
    await sql`update import_runs set status = 'WRITTEN' where bureau_id = ${bureau.id} and id = ${id}`;
    await sql`insert into import_made (bureau_id, run_id, position, list, rows) values (${bureau.id}, ${id}, 0, 'createdMembers', '[]')`;
  });
  return { row: node("ImportRun", id), commands: { UNDO_IMPORT: ["undoImport", update(id)] } };
};

const times = { kind: "TASK", urgency: "ORDINARY", unit: "MINUTES", urgesWhenDueSoon: false, tellsAtAnyHour: false };

export const ofDeadlineRule = async (bureau: Bureau): Promise<Case> => {
  const { deadlineRules } = await bureau.administrator.run("{ deadlineRules(first: 1) { nodes { id } } }");
  const id = deadlineRules.nodes[0]?.id ?? (await makeRule(bureau, { kind: "TASK", orderKind: null }));
  return {
    row: node("DeadlineRule", id),
    commands: { SET_DEADLINE_RULE: ["setDeadlineRule", { ...times, feedbackWithin: 60, warnAtPercent: 0 }] },
  };
};
