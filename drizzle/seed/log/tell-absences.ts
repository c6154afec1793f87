import type { Absence } from "../draft.ts";
import { dayIn } from "../days.ts";
import { unitIdOn } from "../past/changes.ts";
import { chiefOf, type Deed, instantOf, type Log, momentFor, onceKnown, tell } from "./log.ts";
import { later } from "./office-hours.ts";

export function tellAbsences(log: Log): void {
  for (const absence of log.draft.absences) tellAbsence(log, absence);
}

const orNull = (at: string | null | undefined) => (at ? instantOf(at) : null);

function tellAbsence(log: Log, absence: Absence) {
  const { id, memberId, substituteId = null, startsAt, endsAt, endedAtFirst, isTakenBack, reason = null } = absence;
  const { draft } = log;
  const first = dayIn(new Date(startsAt));
  const member = draft.members.find((each) => each.id === memberId)!;
  const by = chiefOf(draft, unitIdOn(draft, member, first));
  const entity = { type: "Member", id: memberId };
  const recordedEnd = endedAtFirst === undefined ? orNull(endsAt) : orNull(endedAtFirst);
  const after = { absenceId: id, memberId, substituteId, startsAt: instantOf(startsAt), endsAt: recordedEnd, reason };
  const at = onceKnown(log, momentFor(draft, first, isTakenBack ? [-9, -8, -7] : [-6, -4, -3, -1, 0]), memberId);
  tell(log, at, by, { action: "absence.record", entity, after, reason });
  const change = isTakenBack
    ? takenBack(absence, recordedEnd)
    : endedAtFirst === undefined
      ? undefined
      : prolonged(absence);
  if (!change) return;
  const changedOn = isTakenBack ? first : dayIn(new Date(endedAtFirst ?? startsAt));
  const changedAt = momentFor(draft, changedOn, isTakenBack ? [-3, -2] : [-2, -1]);
  tell(log, changedAt > at ? changedAt : later(at, 25), by, { ...change, entity });
}

const takenBack = ({ id, startsAt }: Absence, endsAt: string | null): Omit<Deed, "entity"> => ({
  action: "absence.cancel",
  before: { absenceId: id, startsAt: instantOf(startsAt), endsAt },
  after: null,
});

const prolonged = ({ id, endsAt, endedAtFirst }: Absence): Omit<Deed, "entity"> => ({
  action: "absence.update",
  before: { endsAt: orNull(endedAtFirst), absenceId: id },
  after: { endsAt: orNull(endsAt), absenceId: id },
});
