import { authorize, type Transaction } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkText } from "#kernel/text";
import { calendarOf } from "#modules/calendar";
import {
  type Addressed,
  issuerOf,
  nextNumber,
  mayIssueWork,
  openItem,
  type OrderKind,
  ruleFor,
  type Urgency,
  type WorkItemRow,
} from "#modules/work";
import { type MatterRow, nextItemNumbers } from "#modules/matters";
import { addressFaults, rangeFaults } from "./order.rules.ts";

/** What an order says, whether it is the first about a matter or follows another. */
export interface Saying {
  orderKind: OrderKind;
  urgency?: Urgency | null;
  title?: string | null;
  instructions?: string | null;
  photosAtLeast?: number | null;
}

interface Issuing {
  matter: MatterRow;
  parent?: WorkItemRow;
  batchId: string | null;
  reason?: string | null;
}

/** Where it goes: allowed to the kind, and to who issues it. A partner is beyond the station: there the matter's own decides. */
export function addressed(
  { actor }: Transaction,
  kind: OrderKind,
  address: Addressed,
  path: FieldFault["path"],
  matter: MatterRow,
): Addressed {
  assertNoConflict(addressFaults(kind, address, path));
  const stationId = kind === "LINKAGE" ? matter.stationId : address.stationId;
  authorize(actor, mayIssueWork, stationId);
  return { ...address, stationId };
}

/** Issues an order of the kind to each address, numbered within its matter. */
export async function issueOrders(
  tx: Transaction,
  saying: Saying,
  to: readonly Addressed[],
  { matter, parent, batchId, reason }: Issuing,
) {
  const faults: FieldFault[] = [];
  const isToPartner = saying.orderKind === "LINKAGE";
  const kind = { kind: "ORDER", orderKind: saying.orderKind, urgency: saying.urgency ?? matter.urgency } as const;
  const said = {
    ...kind,
    title:
      checkText(faults, ["input", "title"], saying.title, { most: 100, required: isToPartner }) ??
      parent?.title ??
      matter.title,
    instructions: checkText(faults, ["input", "instructions"], saying.instructions, {
      most: 2000,
      required: isToPartner,
    }),
    photosAtLeast: saying.photosAtLeast ?? 0,
  };
  assertValid([...faults, ...rangeFaults(["input", "photosAtLeast"], saying.photosAtLeast, 0, 20)]);
  const [rule, calendar, numbers] = await Promise.all([
    ruleFor(tx, kind),
    calendarOf(tx),
    isToPartner ? ofNoMatter(tx, to.length) : nextItemNumbers(tx, matter, to.length),
  ]);
  const issued: WorkItemRow[] = [];
  for (const [index, { unitKind: _, ...address }] of to.entries())
    issued.push(
      await openItem(
        tx,
        {
          ...said,
          ...address,
          number: numbers[index]!,
          matterId: matter.id,
          parentId: parent?.id ?? null,
          batchId,
          issuerUnitId: issuerOf(tx, address.stationId),
          burdenMinutes: null,
          opensAt: tx.now,
          reason: reason ?? null,
        },
        { rule, calendar },
      ),
    );
  return issued;
}

/** A partner is told nothing of the matter, not even its number. */
async function ofNoMatter(tx: Transaction, count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let left = count; left > 0; left--) numbers.push(await nextNumber(tx, "L"));
  return numbers;
}
