import { addDays, dayIn } from "../days.ts";
import type { Draft } from "../draft.ts";
import { officeMoment, workday } from "../log/office-hours.ts";
import { monthsBefore } from "../periods-of-figures.ts";
import { randomFrom } from "../random.ts";

/** 解州 has two years of work, after the months in which its older ledger was put down; 舞钢 eight months, the others half a year. */
function firstDay({ code, now }: Pick<Draft, "code" | "now">): string {
  const today = dayIn(now);
  if (code === "140802") return addDays(monthsBefore(today, 25), -70);
  if (code === "410481") return addDays(monthsBefore(today, 8), -10);
  return addDays(today, -186);
}

/** When the bureau set its deadlines and categories: some days before the first of the work that is told of. */
export const workBegunAt = (draft: Pick<Draft, "code" | "now">): Date =>
  officeMoment(randomFrom(Number(draft.code) + 3), workday(firstDay(draft), -1));

/** Before anybody's own work is told of: 解州's older work was put down by who commands. */
export const memberAccountsMadeOn = ({ code, now }: Pick<Draft, "code" | "now">): string =>
  code === "410481" ? addDays(firstDay({ code, now }), -6) : addDays(dayIn(now), -190);
