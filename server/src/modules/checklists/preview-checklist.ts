import { actorOf, type Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import { addDays, dayOf, startOfDay } from "#kernel/day";
import { type FieldFault, Forbidden, PasswordChangeRequired } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { isId } from "#kernel/ids";
import { authorize, authorizeBureau } from "#kernel/command";
import { calendarOf, usesUnannounced, type WorkingCalendar } from "#modules/calendar";
import { mayManageChecklists } from "./checklist.policy.ts";
import { checkedContent, type Content } from "./content.rules.ts";
import { holdersOf, seatsFound } from "./preview.store.ts";
import type { ChecklistPreview, ChecklistPreviewInput } from "./preview.types.ts";
import { nextOccurrences, occurrences } from "./recurrence.ts";

const datesTold = 12;
const membersTold = 200;
const seatsTold = 500;

/** What it would bring, to whoever may draw it up. Nothing is written. */
export async function previewChecklist(ctx: Context, input: ChecklistPreviewInput): Promise<ChecklistPreview> {
  const actor = actorOf(ctx);
  if (actor.mustChangePassword) throw new PasswordChangeRequired();
  const stationId = input.stationId ?? null;
  if (stationId === null) authorizeBureau(actor, mayManageChecklists);
  else if (isId(stationId)) authorize(actor, mayManageChecklists, stationId);
  else throw new Forbidden();
  const faults: FieldFault[] = [];
  const content = checkedContent(faults, input, ["input"]);
  assertValid(faults);
  const { bureauId } = actor;
  const now = ctx.now();
  return inBureau(ctx.database, bureauId, async (sql) => {
    const asking = { sql, bureauId, actor, now };
    const days = daysOf(content, await calendarOf(asking), now);
    const asked = { owers: content.owers, stationId, on: dayOf(now) };
    const { seats, vacantSeats, owing } = await seatsFound(asking, asked, seatsTold);
    const holders = await holdersOf(asking, asked, membersTold);
    const burdenOf = (held: number) => {
      const runs = held * days.dates.length;
      return { runs, minutes: runs * content.burdenMinutes };
    };
    return {
      ...days,
      seats,
      vacantSeats,
      owing,
      ...burdenOf(seats),
      burdens: holders.map(({ seats: held, ...member }) => Object.assign(member, burdenOf(held))),
    };
  });
}

/** What is left open yet names no days. */
function daysOf({ startsOn, recurrence, lastOn, onClosedDay }: Content, calendar: WorkingCalendar, now: Date) {
  if (startsOn === null || recurrence === null) return { dates: [], pastDates: [], unannouncedYears: [] };
  const of = { recurrence, startsOn, lastOn, onClosedDay };
  const today = dayOf(now);
  const dates = nextOccurrences(of, calendar, today, datesTold);
  return {
    dates,
    pastDates: occurrences(of, calendar, startsOn, addDays(today, -1)),
    unannouncedYears: dates.length === 0 ? [] : usesUnannounced(calendar, now, new Date(startOfDay(dates.at(-1)!))),
  };
}
