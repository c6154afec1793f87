import { addDays, dayIn, startOf } from "../days.ts";
import type { Absence, Draft, Member } from "../draft.ts";
import type { MemberKind } from "../people.ts";
import { stationOver } from "./changes.ts";

const usual: readonly [reason: string, least: number, most: number][] = [
  ["年休假", 4, 10],
  ["年休假", 4, 10],
  ["病假", 2, 6],
  ["事假", 1, 3],
  ["业务培训", 3, 14],
  ["抽调专项行动", 5, 21],
];

/** Days before today at which the thirds of the year begin. */
const thirds = [365, 243, 121];
const third = 121;

interface Time {
  from: string;
  to: string;
}

export interface Away {
  kinds: readonly MemberKind[];
  share: number;
}

/** The year's leave and training up to today, most of it with somebody who stands in: of the same kind, of the same station, and there. */
export function addYearOfAbsences(draft: Draft, { kinds, share }: Away): void {
  const members = draft.members.filter(({ kind }) => kinds.includes(kind));
  const today = dayIn(draft.now);
  for (const member of members) {
    for (const begin of thirds) {
      if (!draft.pastRandom.chance(share)) continue;
      const [reason, least, most] = draft.pastRandom.pick(usual);
      const length = draft.pastRandom.int(least, most);
      const from = addDays(today, draft.pastRandom.int(0, third - length) - begin);
      addAbsence(draft, member, { from, to: addDays(from, length) }, reason);
    }
  }
  const ahead = addDays(today, 10);
  for (const member of draft.pastRandom.shuffled(members).slice(0, 2))
    addAbsence(draft, member, { from: ahead, to: addDays(ahead, 7) }, "年休假");
}

function addAbsence(draft: Draft, member: Member, time: Time, reason: string): void {
  if (!isThere(draft, member, time)) return;
  const { pastRandom: random } = draft;
  const station = stationOver(draft, member.unitId);
  const substitutes = draft.members.filter(
    (other) =>
      other !== member &&
      other.kind === member.kind &&
      stationOver(draft, other.unitId) === station &&
      isThere(draft, other, time),
  );
  const substitute = substitutes.length > 0 && random.chance(0.8) ? random.pick(substitutes) : undefined;
  draft.absences.push({
    ...{ id: draft.newId(), memberId: member.id, substituteId: substitute?.id ?? null, reason },
    ...asItCame(draft, time),
  });
}

/** One in twelve is taken back, one in eight prolonged. */
function asItCame(
  { pastRandom: random, now }: Draft,
  { from, to }: Time,
): Pick<Absence, "startsAt" | "endsAt" | "endedAtFirst" | "isTakenBack"> {
  const times = { startsAt: startOf(from), endsAt: startOf(to) };
  if (from > dayIn(now)) return times;
  if (random.chance(1 / 12)) return { ...times, endsAt: times.startsAt, endedAtFirst: times.endsAt, isTakenBack: true };
  const first = addDays(from, Math.ceil((Date.parse(to) - Date.parse(from)) / 2 / 86_400_000));
  return random.chance(1 / 8) && first < to ? { ...times, endedAtFirst: startOf(first) } : times;
}

/** On the strength, not away, and not needed in another's place. */
function isThere({ absences, breaks }: Draft, { id, joinedOn, leftOn }: Member, { from, to }: Time): boolean {
  const [start, end] = [startOf(from), startOf(to)];
  return (
    (joinedOn ?? from) <= from &&
    (!leftOn || to <= leftOn) &&
    !breaks.some((gap) => gap.memberId === id && gap.startsOn < to && from < gap.endsOn) &&
    !absences.some(
      (away) =>
        (away.memberId === id || away.substituteId === id) &&
        away.startsAt < end &&
        (!away.endsAt || start < away.endsAt),
    )
  );
}
