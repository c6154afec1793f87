import type { duties } from "../../tables/assignments.ts";
import type { requestKinds, tickKinds, timeUnits } from "../../tables/deadlines.ts";
import type { matterKinds, matterOutcomes, matterSources, mediationMethods, urgencies } from "../../tables/matters.ts";
import type {
  cards,
  eventCauses,
  eventSources,
  orderKinds,
  workKinds,
  workOutcomes,
  workStates,
} from "../../tables/work.ts";
import type { Clock, ClockKind, Pause } from "./clock.ts";

export type MatterKind = (typeof matterKinds)[number];
export type MatterSource = (typeof matterSources)[number];
export type MediationMethod = (typeof mediationMethods)[number];
export type Urgency = (typeof urgencies)[number];
export type WorkKind = (typeof workKinds)[number];
export type OrderKind = (typeof orderKinds)[number];
export type WorkState = (typeof workStates)[number];
export type WorkOutcome = (typeof workOutcomes)[number];
export type Card = (typeof cards)[number];

export interface Category {
  id: string;
  kind: MatterKind;
  code: string;
  name: string;
  nameInitials: string;
  intakeClass: string | null;
  position: number;
  revision: number;
  startsAt: Date;
  endsAt: null;
  version: number;
  createdAt: Date;
}

export interface DeadlineRule {
  id: string;
  kind: WorkKind;
  orderKind: OrderKind | null;
  urgency: Urgency;
  revision: number;
  unit: (typeof timeUnits)[number];
  acceptWithin: number | null;
  feedbackWithin: number | null;
  closeWithin: number | null;
  reworkWithin: number | null;
  warnAtPercent: number;
  escalateAfter: number | null;
  urgesWhenDueSoon: boolean;
  tellsAtAnyHour: boolean;
  startsAt: Date;
  endsAt: null;
  version: number;
  createdAt: Date;
}

export interface MatterRow {
  id: string;
  number: string;
  kind: MatterKind;
  categoryId: string;
  source: MatterSource;
  urgency: Urgency;
  title: string;
  description: string | null;
  gridId: string | null;
  stationId: string;
  address: string | null;
  happenedAt: Date;
  registeredAt: Date;
  registeredBy: string;
  registrarId: string | null;
  firstReceiverId: string;
  items: number;
  outcome: (typeof matterOutcomes)[number] | null;
  outcomeNote: string | null;
  method: MediationMethod | null;
  endedAt: Date | null;
  mergedIntoId: string | null;
  version: number;
  createdAt: Date;
}

/** A seat, a member or a unit; whoever has claimed a unit's work beside it. */
export interface Address {
  gridId: string | null;
  duty: (typeof duties)[number] | null;
  memberId: string | null;
  unitId: string | null;
}

export interface ItemRow extends Address {
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
  opensAt: Date;
  state: WorkState;
  stateSince: Date;
  round: number;
  returns: number;
  card: Card | null;
  suspendedSince: Date | null;
  nextDueAt: Date | string | null;
  warnAt: Date | string | null;
  tickAt: Date | null;
  dueOn: string | null;
  closedAt: Date | null;
  closedOn: string | null;
  outcome: WorkOutcome | null;
  isLate: boolean;
  submittedBy: string | null;
  feedbackType: string | null;
  feedbackId: string | null;
  lastSequence: number;
  lastEventAt: Date;
  lastEventId: string;
  version: number;
  createdAt: Date;
}

/** Something that the clock has told of an item. */
export interface TickRow {
  itemId: string;
  clockId: string;
  clock: ClockKind;
  round: number;
  level: number;
  kind: (typeof tickKinds)[number];
  at: Date;
  toldAt: Date;
  waitsUntil: Date | null;
}

export interface EventRow extends Address {
  itemId: string;
  sequence: number;
  id: string;
  at: Date;
  happenedAt: Date | null;
  action: string;
  fromState: WorkState | null;
  toState: WorkState;
  round: number;
  accountId: string | null;
  actorName: string;
  actorMemberId: string | null;
  onBehalfOfId: string | null;
  cause: (typeof eventCauses)[number];
  source: (typeof eventSources)[number];
  answeredById: string | null;
  level: number;
  reason: string | null;
  clock: ClockKind | null;
  dueBefore: Date | null;
  dueAfter: Date | null;
  feedbackType: string | null;
  feedbackId: string | null;
}

export interface RequestRow {
  id: string;
  itemId: string;
  kind: (typeof requestKinds)[number];
  round: number;
  clockId: string | null;
  asked: number | null;
  since: Date | null;
  until: Date | null;
  askedAt: Date;
  askedBy: string;
  reason: string;
  isGranted: boolean | null;
  granted: number | null;
  grantedFrom: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  opinion: string | null;
}

export interface Item {
  row: ItemRow;
  clocks: readonly Clock[];
  pauses: Pause[];
  matter: Matter | null;
}

export interface Matter {
  row: MatterRow;
  items: Item[];
}
