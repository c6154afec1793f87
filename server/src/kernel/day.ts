const offset = "+08:00";
const offsetMs = 8 * 60 * 60 * 1000;

/** The day of the calendar in China at an instant: 2026-11-22. */
export const dayOf = (instant: Date) => new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);

/** The instant a day begins in China. */
export const startOfDay = (day: string) => new Date(`${day}T00:00:00${offset}`).toISOString();
