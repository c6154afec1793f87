import { Conflict } from "#kernel/errors";
import { calendarOf } from "#modules/calendar";
import { issuerOf } from "./issuer.ts";
import { nextNumber } from "./number.store.ts";
import { openItem } from "./open-item.ts";
import type { Effect } from "./step.ts";
import type { Stepping } from "./step-work.ts";
import type { SuperviseWorkInput } from "./work.inputs.ts";
import { ruleFor } from "./rule-in-force.store.ts";

const ranks = { YELLOW: 1, RED: 2 } as const;

/** The card only goes up; whoever answers for the work gets an order to put it right. */
export async function supervised({ tx, held, input, reason, path }: Stepping<SuperviseWorkInput>): Promise<Effect> {
  const { item } = held;
  if (item.card !== null && ranks[input.card] <= ranks[item.card])
    throw new Conflict([{ path: [...path, "card"], code: "WORK_CARD_ONLY_UP", params: { card: item.card } }]);
  const draft = { kind: "ORDER", orderKind: "SUPERVISION", urgency: item.urgency } as const;
  await openItem(
    tx,
    {
      ...draft,
      number: await nextNumber(tx, "S"),
      matterId: item.matterId,
      parentId: item.id,
      batchId: null,
      stationId: item.stationId,
      gridId: item.duty === null ? null : item.gridId,
      duty: item.duty,
      memberId: item.memberId,
      unitId: item.unitId,
      level: item.level,
      issuerUnitId: issuerOf(tx, item.stationId, item.issuerUnitId),
      title: item.title,
      instructions: reason,
      photosAtLeast: 0,
      burdenMinutes: null,
      opensAt: tx.now,
      answerers: held.answerers,
      reason,
    },
    { rule: await ruleFor(tx, draft), calendar: await calendarOf(tx) },
  );
  return { change: { card: input.card } };
}
