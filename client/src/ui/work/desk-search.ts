import type { WorkItemFilter, WorkOrder } from "@maple-bridge/schema/documents";
import { dayAfter, startOfDay } from "../../lib/dates.ts";
import { listAddress } from "../../lib/list-state.ts";
import { among, dayOf, flagOf, textOf } from "../../lib/url-state.ts";
import { wholeOf } from "../../lib/whole-of.ts";
import { lights, openStates, orderKinds, urgencies, workKinds, workStates } from "./work-glossary.ts";

const orders = ["DUE", "NEWEST", "SILENT", "NUMBER", "STATE", "RETURNS"] as const satisfies readonly WorkOrder[];

/** The address of the desk; a figure that leads there counts by the same filter. */
export const deskSearch = listAddress(orders, {
  q: textOf,
  light: among(lights),
  state: among(workStates),
  /** Of work, or of orders. */
  kind: among([...workKinds, ...orderKinds]),
  urgency: among(urgencies),
  unit: textOf,
  vacant: flagOf,
  carded: flagOf,
  /** Something is asked for and undecided; what is closed may be asked back. */
  asked: flagOf,
  /** What is over too. */
  all: flagOf,
  grid: textOf,
  member: textOf,
  /** Days, both with it. */
  issuedFrom: dayOf,
  issuedTo: dayOf,
  fedBack: flagOf,
  returned: flagOf,
  returnsMin: wholeOf,
  returnsMax: wholeOf,
  followUp: flagOf,
  byFirst: flagOf,
  /** With no due time missed. */
  onTime: flagOf,
  /** What a draw of re-checks was drawn from. */
  draw: textOf,
});

export type DeskSearch = ReturnType<typeof deskSearch>;

export const deskFilterOf = (search: DeskSearch): WorkItemFilter => ({
  search: search.q,
  light: listed(search.light),
  state: listed(search.state),
  kind: listed(workKinds.find((kind) => kind === search.kind)),
  orderKind: listed(orderKinds.find((kind) => kind === search.kind)),
  urgency: listed(search.urgency),
  unitId: search.unit,
  isVacant: search.vacant,
  isCarded: search.carded,
  isAsked: search.asked,
  isOpen: search.all || search.asked || isOver(search.state) ? undefined : true,
  gridId: search.grid,
  memberId: search.member,
  issuedFrom: search.issuedFrom && startOfDay(search.issuedFrom),
  issuedBefore: search.issuedTo && startOfDay(dayAfter(search.issuedTo, 1)),
  hasFeedback: search.fedBack,
  wasReturned: search.returned,
  returnsAtLeast: search.returnsMin,
  returnsAtMost: search.returnsMax,
  isFollowUp: search.followUp,
  byFirstReceiver: search.byFirst,
  isLate: search.onTime && false,
  candidateOf: search.draw,
});

const listed = <Value>(value: Value | undefined) => (value === undefined ? undefined : [value]);
const isOver = (state: DeskSearch["state"]) => state !== undefined && !openStates.some((each) => each === state);
