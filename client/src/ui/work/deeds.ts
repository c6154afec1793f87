import {
  AcceptWorkDocument,
  ArriveAtWorkDocument,
  AskForReturnDocument,
  CancelWorkDocument,
  ClaimWorkDocument,
  CloseWorkDocument,
  DeclineWorkDocument,
  EscalateWorkDocument,
  LiftCardDocument,
  RefuseMoreTimeDocument,
  RefuseReturnDocument,
  RefuseSuspensionDocument,
  ReopenWorkDocument,
  type RequestKind,
  ResumeWorkDocument,
  SupplementWorkDocument,
  UrgeWorkDocument,
  WithdrawWorkDocument,
  type WorkDetailsQuery,
  type WorkKind,
} from "@maple-bridge/schema/documents";
import type { TypedDocumentNode } from "urql";
import { may } from "../../lib/viewer.tsx";
import type words from "../../messages/zh-CN/work.json";

export type WorkItem = NonNullable<WorkDetailsQuery["workItem"]>;
type Plain = TypedDocumentNode<object, { input: { id: string; idempotencyKey: string } }>;
type Reasoned = TypedDocumentNode<object, { input: { id: string; reason: string; idempotencyKey: string } }>;
type Assessing = TypedDocumentNode<object, { input: { id: string; expectedVersion: number; idempotencyKey: string } }>;

export type DeedForm =
  | "settle"
  | "handOn"
  | "return"
  | "submit"
  | "fill"
  | "fillLate"
  | "followUp"
  | "readdress"
  | "askMoreTime"
  | "grantMoreTime"
  | "askSuspension"
  | "grantSuspension"
  | "grantReturn"
  | "suspend"
  | "supervise"
  | "changeUrgency";

/** How a step is taken: at once, of the version that is seen, with a reason, or by a form of its own. */
type Way = { plain: Plain } | { assess: Assessing } | { reason: Reasoned } | { form: DeedForm };

export type Deed = Way & {
  /** As `viewerMay` tells it. */
  action: string;
  /** Under `work:deed`. */
  word: keyof (typeof words)["deed"];
  /** The key that does it in an open drawer. */
  key?: string;
  /** Stands as a button, and the first of them stands out; others are behind "more". */
  isNear?: true;
  danger?: true;
  /** What it decides: what was asked for is told in its form. */
  decides?: RequestKind;
};

/** Every step, in the order in which people look for it. */
const all: readonly Deed[] = [
  { action: "CLAIM_WORK", word: "claim", plain: ClaimWorkDocument, isNear: true },
  { action: "ACCEPT_WORK", word: "accept", plain: AcceptWorkDocument, isNear: true, key: "a" },
  { action: "SETTLE_RECEIPT", word: "settle", form: "settle", isNear: true, key: "s" },
  { action: "SUBMIT_WORK", word: "submit", form: "submit", isNear: true, key: "s" },
  { action: "FILL_RUN_LATE", word: "fillLate", form: "fillLate", isNear: true, key: "s" },
  { action: "CLOSE_WORK", word: "close", assess: CloseWorkDocument, isNear: true, key: "c" },
  { action: "RETURN_WORK", word: "return", form: "return", isNear: true, key: "r" },
  { action: "FOLLOW_UP_WORK", word: "followUp", form: "followUp", isNear: true, key: "f" },
  { action: "ARRIVE_AT_WORK", word: "arrive", plain: ArriveAtWorkDocument, isNear: true },
  { action: "RESUME_WORK", word: "resume", plain: ResumeWorkDocument, isNear: true },
  ...deciding("EXTENSION", [
    { action: "GRANT_MORE_TIME", word: "grantMoreTime", form: "grantMoreTime" },
    { action: "REFUSE_MORE_TIME", word: "refuseMoreTime", reason: RefuseMoreTimeDocument },
  ]),
  ...deciding("SUSPENSION", [
    { action: "GRANT_SUSPENSION", word: "grantSuspension", form: "grantSuspension" },
    { action: "REFUSE_SUSPENSION", word: "refuseSuspension", reason: RefuseSuspensionDocument },
  ]),
  ...deciding("RETURN", [
    { action: "GRANT_RETURN", word: "grantReturn", form: "grantReturn" },
    { action: "REFUSE_RETURN", word: "refuseReturn", reason: RefuseReturnDocument },
  ]),
  { action: "URGE_WORK", word: "urge", plain: UrgeWorkDocument, isNear: true, key: "u" },
  { action: "ASK_FOR_MORE_TIME", word: "askMoreTime", form: "askMoreTime", isNear: true },
  { action: "ASK_FOR_SUSPENSION", word: "askSuspension", form: "askSuspension", isNear: true },
  { action: "DECLINE_WORK", word: "decline", reason: DeclineWorkDocument, isNear: true, danger: true },
  { action: "READDRESS_WORK", word: "readdress", form: "readdress", isNear: true, key: "d" },
  { action: "HAND_RECEIPT_ON", word: "handOn", form: "handOn", isNear: true },
  { action: "SUPPLEMENT_WORK", word: "supplement", reason: SupplementWorkDocument },
  { action: "WITHDRAW_WORK", word: "withdraw", plain: WithdrawWorkDocument, isNear: true },
  { action: "ASK_FOR_RETURN", word: "askReturn", reason: AskForReturnDocument, isNear: true },
  { action: "SUPERVISE_WORK", word: "supervise", form: "supervise" },
  { action: "LIFT_CARD", word: "liftCard", reason: LiftCardDocument },
  { action: "ESCALATE_WORK", word: "escalate", reason: EscalateWorkDocument },
  { action: "CHANGE_URGENCY", word: "changeUrgency", form: "changeUrgency" },
  { action: "SUSPEND_WORK", word: "suspend", form: "suspend" },
  { action: "CANCEL_WORK", word: "cancel", reason: CancelWorkDocument, danger: true },
  { action: "REOPEN_WORK", word: "reopen", reason: ReopenWorkDocument },
];

function deciding(decides: RequestKind, deeds: readonly Deed[]): Deed[] {
  return deeds.map((deed) => ({ ...deed, decides, isNear: true }));
}

/** A run is filled in, item by item, where other work is fed back. */
const ofRuns: readonly Deed[] = all.map((deed) =>
  deed.action === "SUBMIT_WORK" ? { action: deed.action, word: "fill", form: "fill", isNear: true, key: "s" } : deed,
);

export const deedsOf = (item: { kind: WorkKind; viewerMay: readonly string[] }) =>
  (item.kind === "RUN" ? ofRuns : all).filter(({ action }) => may(item, action));
