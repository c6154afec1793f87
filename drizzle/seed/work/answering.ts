import { startOf } from "../days.ts";
import type { Draft, Duty, Member } from "../draft.ts";
import { usualHolders } from "../duty-holders.ts";
import type { Address } from "./rows.ts";

export interface Answerer {
  holderId: string;
  memberId: string | null;
}

/** Over [from, to), in milliseconds. */
interface Period {
  from: number;
  to: number;
}

const lasts = ({ from, to }: Period, at: Date) => from <= at.getTime() && at.getTime() < to;

const periodOf = (startsAt: string | null | undefined, endsAt: string | null | undefined): Period => ({
  from: startsAt ? Date.parse(startsAt) : -Infinity,
  to: endsAt ? Date.parse(endsAt) : Infinity,
});

const onDays = (from: string | null | undefined, to: string | null | undefined) =>
  periodOf(from && startOf(from), to && startOf(to));

function addTo<T>(groups: Map<string, T[]>, key: string, row: T) {
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}

/** Who answers for what, by the draft's rows: looked through for each step, they would cost more than all else. */
export class Answering {
  readonly #seats = new Map<string, (Period & { memberId: string })[]>();
  readonly #absences = new Map<string, (Period & { substituteId: string | null })[]>();
  readonly #service = new Map<string, Period & { kind: Member["kind"] }>();
  readonly #breaks = new Map<string, Period[]>();

  constructor({ assignments, absences, members, breaks }: Draft) {
    for (const { gridId, duty, memberId, startsAt, endsAt } of assignments)
      addTo(this.#seats, `${gridId} ${duty}`, { memberId, ...periodOf(startsAt, endsAt) });
    for (const seats of this.#seats.values()) seats.sort((one, other) => one.from - other.from);
    for (const { memberId, substituteId = null, startsAt, endsAt } of absences)
      addTo(this.#absences, memberId, { substituteId, ...periodOf(startsAt, endsAt) });
    for (const { id, kind, joinedOn, leftOn } of members) this.#service.set(id, { kind, ...onDays(joinedOn, leftOn) });
    for (const { memberId, startsOn, endsOn } of breaks) addTo(this.#breaks, memberId, onDays(startsOn, endsOn));
  }

  isThere(memberId: string, at: Date): boolean {
    return this.#serves(memberId, at) && !this.#absenceAt(memberId, at);
  }

  /** Who answers for an address at the moment: of a seat its holders, of a member the member, or whoever stands in. */
  of({ gridId, duty, memberId }: Pick<Address, "gridId" | "duty" | "memberId">, at: Date): Answerer[] {
    if (duty === null)
      return memberId === null ? [] : [{ holderId: memberId, memberId: this.#inPlaceOf(memberId, at) }];
    const held = (this.#seats.get(`${gridId} ${duty}`) ?? []).filter((seat) => lasts(seat, at));
    return held.map((seat) => ({ holderId: seat.memberId, memberId: this.#inPlaceOf(seat.memberId, at, duty) }));
  }

  #inPlaceOf(memberId: string, at: Date, duty?: Duty): string | null {
    if (!this.#serves(memberId, at)) return null;
    const absence = this.#absenceAt(memberId, at);
    if (!absence) return memberId;
    const { substituteId } = absence;
    if (!substituteId || !this.isThere(substituteId, at)) return null;
    const { kind } = this.#service.get(substituteId)!;
    return !duty || usualHolders[duty].includes(kind) ? substituteId : null;
  }

  #absenceAt(memberId: string, at: Date) {
    return this.#absences.get(memberId)?.find((absence) => lasts(absence, at));
  }

  #serves(memberId: string, at: Date): boolean {
    const isAway = this.#breaks.get(memberId)?.some((gap) => lasts(gap, at)) ?? false;
    return lasts(this.#service.get(memberId)!, at) && !isAway;
  }
}
