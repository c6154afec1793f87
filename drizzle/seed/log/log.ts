import { addDays, dayIn } from "../days.ts";
import type { Draft } from "../draft.ts";
import { stationOver } from "../past/changes.ts";
import { later, officeMoment, workday } from "./office-hours.ts";

/** What a command did to one row, as it would have told the audit log. */
export interface Deed {
  action: string;
  entity: { type: string; id: string };
  before?: object | null;
  after?: object | null;
  reason?: string | null;
}

export interface Entry extends Deed {
  at: Date;
  /** The account's name; whoever loads the demo has none. */
  by: string;
  /** Counts the commands. */
  command: number;
}

export interface Log {
  draft: Draft;
  entries: Entry[];
  /** When the log first told of a row that no import brought. */
  knownSince: Map<string, Date>;
  commands: number;
}

export const loader = "demo";
export const administrator = "admin";

/** Days on which files brought what there was to begin with. */
export const gridsLoadedOn = "2024-01-03";
export const membersLoadedOn = "2024-03-29";

export function tell(log: Log, at: Date, by: string, ...deeds: Deed[]): void {
  log.commands += 1;
  for (const deed of deeds) log.entries.push({ ...deed, at, by, command: log.commands });
}

export const newlyKnown = (log: Log, id: string, at: Date) => void log.knownSince.set(id, at);

/** Not before the log knows of the rows that it is about. */
export function onceKnown({ knownSince }: Log, at: Date, ...ids: string[]): Date {
  const latest = Math.max(...ids.map((id) => knownSince.get(id)?.getTime() ?? 0));
  return at.getTime() > latest ? at : later(new Date(latest), 3);
}

/** When what is so from a day on was entered: some days ahead, on the day, or a little late; of what is to come, lately. */
export function momentFor(
  { pastRandom: random, now }: Draft,
  on: string,
  shifts = [-5, -3, -2, -1, 0, 0, 0, 1, 2],
): Date {
  const shift = random.pick(shifts);
  const moment = officeMoment(random, workday(addDays(on, shift), shift < 0 ? -1 : 1));
  return moment < now ? moment : officeMoment(random, workday(addDays(dayIn(now), -random.int(1, 9)), -1));
}

export const afterwards = [0, 0, 1, 2];

/** The chief of the station that a unit is or stands in; of what is of no station, the administrator. */
export function chiefOf(draft: Draft, unitId: string): string {
  const { id } = stationOver(draft, unitId);
  return (
    draft.accounts.find(({ role, unitId: over }) => role === "STATION_CHIEF" && over === id)?.name ?? administrator
  );
}

export const instantOf = (at: string) => new Date(at).toISOString();

export const maskedPhone = (phone: string | null | undefined) => (phone ? `***${phone.slice(-4)}` : null);
