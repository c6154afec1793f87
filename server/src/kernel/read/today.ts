import { type Fragment, sql } from "./fragment.ts";
import type { Reading } from "./reading.ts";

/** The day in China at which the read happens, as an SQL date. */
export const today = (reading: Reading): Fragment => sql`(${reading.now} at time zone 'Asia/Shanghai')::date`;
