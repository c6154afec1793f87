import { addDays, dayIn } from "../days.ts";
import type { Draft } from "../draft.ts";
import { officeMoment, workday } from "../log/office-hours.ts";
import { randomFrom } from "../random.ts";

/** When the bureau set its deadlines and categories: some days before the first of the work that is told of. */
export const workBegunAt = ({ code, now }: Draft): Date =>
  officeMoment(randomFrom(Number(code) + 3), workday(addDays(dayIn(now), -186), -1));
