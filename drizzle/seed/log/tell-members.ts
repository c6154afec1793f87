import { addDays, dayIn } from "../days.ts";
import type { Member } from "../draft.ts";
import { unitPeriods } from "../past/changes.ts";
import {
  administrator,
  afterwards,
  type Deed,
  type Log,
  maskedPhone,
  membersLoadedOn,
  momentFor,
  newlyKnown,
  onceKnown,
  tell,
} from "./log.ts";
import { officeMoment, workday } from "./office-hours.ts";
import { ended, endedWith } from "./seat-deeds.ts";

/** Those in `brought` came with a file, and so did all who had joined by the first one. */
export function tellMembers(log: Log, brought: ReadonlySet<string>): void {
  for (const member of log.draft.members) {
    if ((member.joinedOn ?? "") > membersLoadedOn && !brought.has(member.id)) tellNew(log, member);
    tellTransfers(log, member);
    if (member.leftOn) tellLeaving(log, member, member.leftOn, log.draft.leavings.get(member.id) ?? "离职");
  }
  for (const gap of log.draft.breaks) {
    const member = log.draft.members.find(({ id }) => id === gap.memberId)!;
    tellLeaving(log, member, gap.startsOn, gap.leftBecause);
    tellReturn(log, member, gap);
  }
  tellNumbers(log);
}

const entityOf = ({ id }: Member) => ({ type: "Member", id });

function tellNew(log: Log, member: Member) {
  const { draft } = log;
  const { id, kind, badge, name, nameInitials, phone, joinedOn } = member;
  const at = momentFor(draft, joinedOn!, [0, 0, 1]);
  const unitId = unitPeriods(draft, member)[0]!.facts.unitId;
  tell(log, at, administrator, {
    action: "member.create",
    entity: entityOf(member),
    after: { id, unitId, kind, badge, name, nameInitials, phone: maskedPhone(phone), joinedOn, leftOn: null },
  });
  newlyKnown(log, id, at);
}

function tellTransfers(log: Log, member: Member) {
  const periods = unitPeriods(log.draft, member);
  for (const [index, { startsOn, facts, reason }] of periods.slice(1).entries())
    tell(log, onceKnown(log, momentFor(log.draft, startsOn), member.id), administrator, {
      action: "member.transfer",
      entity: entityOf(member),
      before: periods[index]!.facts,
      after: { ...facts, startsOn },
      reason,
    });
}

function tellLeaving(log: Log, member: Member, leftOn: string, reason: string) {
  const leaving: Deed = {
    action: "member.leave",
    entity: entityOf(member),
    before: { leftOn: null },
    after: { leftOn },
    reason,
  };
  const seats = endedWith(log.draft, leftOn, { memberId: member.id });
  tell(
    log,
    onceKnown(log, momentFor(log.draft, leftOn, afterwards), member.id),
    administrator,
    leaving,
    ...seats.map(ended),
  );
}

function tellReturn(log: Log, member: Member, { startsOn, endsOn, reason = null }: Log["draft"]["breaks"][number]) {
  const at = momentFor(log.draft, endsOn, [0, 0, 1]);
  tell(log, at, administrator, {
    action: "member.return",
    entity: entityOf(member),
    before: { leftOn: startsOn },
    after: { leftOn: null, startsOn: endsOn },
    reason,
  });
  newlyKnown(log, member.id, at);
}

/** One in thirty has had another telephone since some day of the last year. */
function tellNumbers(log: Log) {
  const { draft } = log;
  for (const member of draft.members.filter(({ phone }) => phone && draft.pastRandom.chance(1 / 30))) {
    const on = addDays(dayIn(draft.now), -draft.pastRandom.int(5, 360));
    if (on <= addDays(member.joinedOn ?? on, 20) || (member.leftOn && on >= member.leftOn)) continue;
    const before = maskedPhone(`${draft.pastRandom.int(1000, 9999)}`);
    const at = officeMoment(draft.pastRandom, workday(on, -1));
    tell(log, at, administrator, {
      action: "member.update",
      entity: entityOf(member),
      before: { phone: before },
      after: { phone: maskedPhone(member.phone) },
    });
  }
}
