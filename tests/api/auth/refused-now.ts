/** Commands of rows in a state that refuses them, with what they are told: by the action that must not be offered. */
export type RefusedNow = Record<string, [mutation: string, input: object, said: string]>;

const update = (id: string) => ({ id, expectedVersion: 1 });

export const importCommands = (id: string, expectedVersion: number, said: string) =>
  ({
    CHOOSE_IMPORT_SHEET: ["chooseImportSheet", { id, expectedVersion, sheet: 0 }, said],
    MAP_IMPORT_COLUMNS: ["mapImportColumns", { id, expectedVersion, mapping: [] }, said],
    CHECK_IMPORT: ["checkImport", { id }, said],
    WRITE_IMPORT: ["writeImport", { id, expectedVersion }, said],
    CANCEL_IMPORT: ["cancelImport", { id }, said],
  }) satisfies RefusedNow;

export const ofNoDraft = (id: string): RefusedNow => ({
  SET_CALENDAR_DAYS: ["setCalendarDays", { ...update(id), days: [] }, "CALENDAR_NOT_DRAFT"],
  SET_CALENDAR_SHIFTS: ["setCalendarShifts", { ...update(id), shifts: [] }, "CALENDAR_NOT_DRAFT"],
  LOAD_HOLIDAYS: ["loadHolidays", { ...update(id), year: 2026 }, "CALENDAR_NOT_DRAFT"],
  PUBLISH_CALENDAR: ["publishCalendar", { ...update(id), note: "试一试" }, "CALENDAR_NOT_DRAFT"],
  DISCARD_CALENDAR_DRAFT: ["discardCalendarDraft", update(id), "CALENDAR_NOT_DRAFT"],
});

export const ofPastExport = (id: string): RefusedNow => ({
  CANCEL_LIST_EXPORT: ["cancelListExport", { id }, "EXPORT_OVER"],
});
