import { addDays, dayIn, startOf } from "../days.ts";
import { officeMoment } from "../log/office-hours.ts";
import { randomFrom } from "../random.ts";
import { commanderOf, type Crew, mannedGrid } from "./crew.ts";
import { command, tellUpToNow } from "./ledger.ts";
import { issueTask } from "./tasks.ts";

/** Invented, as all of the demo's work is. */
const ofToday = [
  ["走访菜市场商户，提醒用电安全", 40],
  ["参加社区楼门长碰头会", 60],
  ["回访上周调解的邻里纠纷", 30],
  ["检查小区地下车库消防通道", 40],
  ["晚间在广场开展反诈宣传", 60],
] as const;

/** One officer's list of today: five tasks of this day, beside the standing duties and the day's notice. */
export function tellDay(crew: Crew): void {
  const { ledger, station } = crew;
  const { draft } = ledger;
  const today = dayIn(draft.now);
  const at = officeMoment(randomFrom(Number(draft.code) + 8), addDays(today, -1));
  const grid = mannedGrid(crew, draft.now);
  const day = { opensAt: new Date(startOf(today)), dueAt: new Date(startOf(addDays(today, 1))) };
  for (const [title, burdenMinutes] of ofToday)
    tellUpToNow(() =>
      command(ledger, at, commanderOf(crew, at), (doing) =>
        issueTask(doing, station, [grid], { title, instructions: null, burdenMinutes, ...day }),
      ),
    );
}
