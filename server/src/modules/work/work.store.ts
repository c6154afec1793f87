import { workClocks, workEvents, workItems } from "@maple-bridge/drizzle/tables";
import { insert, insertion, insertTogether, overwrite, type Transaction, update } from "#kernel/command";
import type { Duty } from "#modules/grids";
import { asRow } from "./as-row.ts";
import { clockRow } from "./clock.store.ts";
import type { Clock, Pause } from "./clocks.rules.ts";
import type { WorkAction, WorkEventAction } from "./work-actions.rules.ts";
import type { Card, ClockKind, OrderKind, Urgency, WorkKind, WorkOutcome, WorkState } from "./work.enums.ts";

export interface Address {
  gridId: string | null;
  duty: Duty | null;
  memberId: string | null;
  unitId: string | null;
}

export interface WorkItemRow extends Address {
  id: string;
  number: string;
  kind: WorkKind;
  orderKind: OrderKind | null;
  matterId: string | null;
  parentId: string | null;
  batchId: string | null;
  stationId: string;
  level: number;
  issuerUnitId: string;
  issuedBy: string | null;
  urgency: Urgency;
  title: string;
  instructions: string | null;
  photosAtLeast: number;
  burdenMinutes: number | null;
  templateId: string | null;
  templateVersionId: string | null;
  occurrenceOn: string | null;
  seatDuty: Duty | null;
  windowEndsOn: string | null;
  graceDays: number | null;
  lateDays: number | null;
  missedAt: Date | null;
  opensAt: Date;
  state: WorkState;
  stateSince: Date;
  round: number;
  returns: number;
  card: Card | null;
  suspendedSince: Date | null;
  closedAt: Date | null;
  closedOn: string | null;
  outcome: WorkOutcome | null;
  returnAskedAt: Date | null;
  isLate: boolean;
  submittedBy: string | null;
  feedbackType: string | null;
  feedbackId: string | null;
  lastSequence: number;
  version: number;
}

export interface Answerer {
  holderId: string;
  /** Null where nobody answers in the holder's place. */
  memberId: string | null;
}

export interface PauseRow extends Pause {
  id: string;
  until: Date | null;
  reason: string | null;
}

/** An item that a command holds, with all that a step of it is decided by. */
export interface HeldItem {
  item: WorkItemRow;
  /** What the actor may do with it now, of what was asked for. */
  may: readonly WorkAction[];
  answerers: readonly Answerer[];
  clocks: readonly Clock[];
  pauses: readonly PauseRow[];
}

export const itemColumns = [
  "id",
  "number",
  "kind",
  "orderKind",
  "matterId",
  "parentId",
  "batchId",
  "stationId",
  "gridId",
  "duty",
  "memberId",
  "unitId",
  "level",
  "issuerUnitId",
  "issuedBy",
  "urgency",
  "title",
  "instructions",
  "photosAtLeast",
  "burdenMinutes",
  "templateId",
  "templateVersionId",
  "occurrenceOn",
  "seatDuty",
  "windowEndsOn",
  "graceDays",
  "lateDays",
  "missedAt",
  "opensAt",
  "state",
  "stateSince",
  "round",
  "returns",
  "card",
  "suspendedSince",
  "closedAt",
  "closedOn",
  "outcome",
  "returnAskedAt",
  "isLate",
  "submittedBy",
  "feedbackType",
  "feedbackId",
  "lastSequence",
  "version",
] as const satisfies (keyof WorkItemRow)[];

export interface NewEvent {
  id: string;
  sequence: number;
  action: WorkEventAction;
  fromState: WorkState | null;
  toState: WorkState;
  round: number;
  accountId: string | null;
  actorName: string;
  actorMemberId: string | null;
  onBehalfOfId: string | null;
  cause: "PERSON" | "JOB" | "API" | "IMPORT" | "OFFLINE";
  source: "DESK" | "PHONE" | "API";
  answeredById: string | null;
  happenedAt: string | null;
  reason: string | null;
  clock: ClockKind | null;
  dueBefore: string | null;
  dueAfter: string | null;
  feedbackType: string | null;
  feedbackId: string | null;
}

const addressOf = ({ gridId, duty, memberId, unitId, level }: Address & { level: number }) => ({
  gridId,
  duty,
  memberId,
  unitId,
  level,
});

type Placed = Address & { id: string; level: number };

export const eventRow = ({ now }: Transaction, item: Placed, event: NewEvent) => ({
  itemId: item.id,
  at: now.toISOString(),
  ...event,
  ...addressOf(item),
});

export const insertEvent = (tx: Transaction, item: Placed, event: NewEvent) =>
  insert(tx, workEvents, [eventRow(tx, item, event)]);

type Rolled = {
  nextDueAt: Date | string | null;
  warnAt: Date | string | null;
  tickAt: Date | null;
  dueOn: string | null;
};
export type ItemChange = Partial<WorkItemRow & Rolled & { lastEventAt: Date; lastEventId: string }>;

/** Puts it under another matter; a step tells of it. */
export const putUnderMatter = (tx: Transaction, id: string, matterId: string) =>
  update(tx, workItems, id, { matterId });

/** Of an item that the command holds, with a step that it takes. */
export const saveStep = (tx: Transaction, id: string, change: ItemChange, how: { isUnseen: boolean }) =>
  overwrite(tx, workItems, id, change, how);

export const saveItem = (tx: Transaction, id: string, change: ItemChange, how?: { isUnseen: boolean }) =>
  update(tx, workItems, id, change as Record<string, never>, how);

type NewItem = Omit<
  WorkItemRow,
  | "version"
  | "closedAt"
  | "closedOn"
  | "outcome"
  | "returnAskedAt"
  | "submittedBy"
  | "feedbackType"
  | "feedbackId"
  | "card"
  | "suspendedSince"
> &
  Rolled & { lastEventAt: Date; lastEventId: string };

/** A new item with its clocks and its first event, which refer to one another. */
export const insertItem = (tx: Transaction, item: NewItem, clocks: readonly Clock[], event: NewEvent) =>
  insertTogether(
    tx,
    insertion(workItems, [{ ...asRow(item), createdAt: tx.now.toISOString() }]),
    insertion(
      workClocks,
      clocks.map((clock) => clockRow(item.id, clock)),
    ),
    insertion(workEvents, [eventRow(tx, item, event)]),
  );
