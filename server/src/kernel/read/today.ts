import { dayOf } from "../day.ts";
import { type Parameter, parameter } from "./fragment.ts";
import type { Reading } from "./reading.ts";

/** PostgreSQL takes no day with a year of five digits in ISO's form. */
const lastMs = Date.UTC(9999, 11, 31);

/** The day in China of a moment, worked out once and bound: in SQL it would be worked out for each row. */
export const dayAt = (at: Parameter): Parameter => ({
  ...parameter(`${at.key}:day`, "date", (environment) =>
    dayOf(new Date(Math.min(Date.parse(String(at.value(environment))), lastMs))),
  ),
  ...(at.origin && { origin: `${at.origin}:day` }),
});

/** The day in China at which the read happens. */
export const today = (reading: Reading): Parameter => dayAt(reading.now);
