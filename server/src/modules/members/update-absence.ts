import { changesOf, isNothing } from "#kernel/changes";
import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { UpdateAbsenceInput } from "./absence.inputs.ts";
import { absenceFaults, isOver, periodFaults } from "./absence.rules.ts";
import {
  type AbsenceRow,
  absencesDuring,
  insertAbsence,
  lockAbsence,
  lockSubstitutes,
  writeAbsence,
} from "./absence.store.ts";
import { mayRecordAbsence } from "./member.policy.ts";
import { lockMember, lockNamedMember, type MemberRow } from "./member.store.ts";
import { standingIn } from "./questions.ts";

export function updateAbsence(ctx: Context, input: UpdateAbsenceInput) {
  return inTransaction(ctx, "updateAbsence", input, async (tx) => {
    await lockSubstitutes(tx);
    const { absence, member } = await lockAbsence(tx, input.id);
    authorize(tx.actor, mayRecordAbsence, member.unitId);
    assertVersion(absence, input);
    if (isOver(absence, tx.now)) throw new Conflict([{ path: ["input", "id"], code: "ABSENCE_OVER" }]);
    const isHandedOver =
      absence.startsAt < tx.now && input.substituteId !== undefined && input.substituteId !== absence.substituteId;
    const next = changed(isHandedOver ? { ...absence, startsAt: tx.now } : absence, input);
    assertNoConflict(await collisions(tx, absence, next, member));
    const change = changesOf<AbsenceRow>(absence, next);
    if (isNothing(change)) return { id: absence.id };
    const id = isHandedOver ? await handOver(tx, absence, next) : await amend(tx, absence, next);
    await record(tx, {
      action: "absence.update",
      entity: { type: "Member", id: member.id },
      before: { ...change.before, absenceId: absence.id },
      after: { ...change.after, absenceId: id },
    });
    return { id };
  });
}

type Change = Pick<AbsenceRow, "reason" | "startsAt" | "endsAt" | "substituteId">;

function changed(absence: AbsenceRow, input: UpdateAbsenceInput): Change {
  const { startsAt } = absence;
  const faults: FieldFault[] = [];
  const reason = checkText(faults, ["input", "reason"], input.reason ?? absence.reason, { required: true, most: 200 });
  const endsAt = input.to === undefined ? absence.endsAt : input.to;
  const substituteId = input.substituteId === undefined ? absence.substituteId : input.substituteId;
  assertValid([...faults, ...periodFaults({ startsAt, endsAt })]);
  return { reason, startsAt, endsAt, substituteId };
}

async function collisions(tx: Transaction, absence: AbsenceRow, next: Change, member: MemberRow) {
  const away = { ...absence, ...next };
  const substitute = await substituteOf(tx, absence, next.substituteId);
  return [
    ...absenceFaults(away, member, substitute, await absencesDuring(tx, away, absence.id)),
    ...(substitute ? await standingIn.ask(tx, { ...away, member, substitute }) : []),
  ];
}

async function substituteOf(tx: Transaction, absence: AbsenceRow, id: string | null): Promise<MemberRow | null> {
  if (id === null) return null;
  if (id === absence.substituteId) return (await lockNamedMember(tx, id)) ?? null;
  return lockMember(tx, id, ["input", "substituteId"]);
}

async function amend(tx: Transaction, { id }: AbsenceRow, { reason, endsAt, substituteId }: Change): Promise<string> {
  await writeAbsence(tx, id, { reason, endsAt, substituteId });
  return id;
}

/** Who stood in so far stays on record: the absence ends here and goes on as another. */
async function handOver(tx: Transaction, { id, memberId }: AbsenceRow, next: Change): Promise<string> {
  await writeAbsence(tx, id, { endsAt: next.startsAt });
  return insertAbsence(tx, { memberId, ...next });
}
