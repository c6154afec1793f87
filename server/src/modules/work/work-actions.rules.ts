import type { ClockKind, OrderKind, WorkKind, WorkState } from "./work.enums.ts";

/** Who may take an action. */
export type Party =
  /** Who answers for the address now: the seat's holder or who stands in, the member, who has claimed it. */
  | "ANSWERER"
  /** A member of the unit it is addressed to, while nobody has claimed it. */
  | "UNIT_MEMBER"
  /** The command room, chief or bureau over the station. */
  | "COMMAND"
  /** The chief or bureau over the station. */
  | "CHIEF"
  /** As COMMAND, of a supervision the issuer's; never who has submitted it. */
  | "ASSESSOR"
  /** Who received the matter first. */
  | "FIRST_RECEIVER"
  /** Who was drawn to check it again, and has not yet. */
  | "CHECKER";

interface ActionRule {
  from: readonly WorkState[];
  /** The state that follows; without it, the state stays. */
  to?: WorkState;
  by: readonly Party[];
  /** The due times that are met by it; suspending stops them all. */
  meets?: readonly ClockKind[];
  /** Only of these kinds; an order's kind stands for itself. */
  of?: readonly (WorkKind | OrderKind)[];
  except?: readonly (WorkKind | OrderKind)[];
  reason?: "REQUIRED";
  /** Whether it may be taken while the item is suspended, or only then. */
  whileSuspended?: "ALSO" | "ONLY";
  /** What else of the item decides. */
  if?: Condition | readonly Condition[];
}

export type Condition =
  | "CARDED"
  | "NO_RED_CARD"
  /** Not accepted yet; or a task, which nobody accepts, of which nothing was brought back. */
  | "NOT_BEGUN"
  /** By another one than who decides. */
  | "ASKED_FOR_MORE_TIME"
  | "NOT_ASKED_FOR_MORE_TIME"
  /** In this round, by another one than who decides. */
  | "ASKED_FOR_SUSPENSION"
  | "NOT_ASKED_FOR_SUSPENSION"
  /** By another one than who decides. */
  | "ASKED_FOR_RETURN"
  | "NOT_ASKED_FOR_RETURN"
  | "HAS_FEEDBACK"
  | "HAS_OPENED"
  /** Nothing that follows from it or supervises it is open. */
  | "NOTHING_FOLLOWS"
  | "BELOW_THE_BUREAU"
  /** It stands in no week that was signed, or the bureau asks. */
  | "NOT_FROZEN"
  /** The days in which what was missed may still be filled in are not over. */
  | "MAY_STILL_BE_FILLED"
  /** No order or task about the same matter is open. */
  | "NO_OTHER_WORK_OPEN";

export const workingStates = ["ACCEPTED", "ARRIVED", "RETURNED"] as const;
export const everyClock = ["ACCEPT", "FEEDBACK", "CLOSE"] as const;
export const openStates = ["ISSUED", "ACCEPTED", "ARRIVED", "SUBMITTED", "RETURNED", "DECLINED"] as const;
export const isOpenState = (state: WorkState) => openStates.some((open) => open === state);

/**
 * Every step that work may take: the one table that `step` goes by, that `viewerMay` is told from, and that ARCHITECTURE.md draws.
 * Nothing else changes a state.
 */
export const workActions = {
  CLAIM: { from: ["ISSUED"], to: "ACCEPTED", by: ["UNIT_MEMBER"], meets: ["ACCEPT"] },
  ACCEPT: { from: ["ISSUED"], to: "ACCEPTED", by: ["ANSWERER"], meets: ["ACCEPT"] },
  DECLINE: {
    from: ["ISSUED", "ACCEPTED"],
    to: "DECLINED",
    by: ["ANSWERER", "UNIT_MEMBER"],
    of: ["ORDER", "TASK"],
    except: ["SUPERVISION"],
    if: "NOT_BEGUN",
    reason: "REQUIRED",
    meets: ["ACCEPT"],
  },
  READDRESS: {
    from: ["ISSUED", "DECLINED", ...workingStates],
    to: "ISSUED",
    by: ["COMMAND", "FIRST_RECEIVER"],
    except: ["RECEIPT", "RUN", "SUPERVISION"],
  },
  ARRIVE: { from: ["ACCEPTED"], to: "ARRIVED", by: ["ANSWERER"], of: ["INCIDENT"] },
  SUBMIT: { from: workingStates, to: "SUBMITTED", by: ["ANSWERER"], meets: ["FEEDBACK"], except: ["RECEIPT"] },
  FILL_LATE: {
    from: ["MISSED"],
    to: "SUBMITTED",
    by: ["ANSWERER"],
    of: ["RUN"],
    if: "MAY_STILL_BE_FILLED",
    reason: "REQUIRED",
  },
  DISPOSE: {
    from: workingStates,
    to: "CLOSED",
    by: ["ANSWERER", "COMMAND"],
    meets: everyClock,
    of: ["RECEIPT"],
    if: "NO_OTHER_WORK_OPEN",
  },
  HAND_ON: { from: workingStates, by: ["ANSWERER", "COMMAND"], of: ["RECEIPT"] },
  SUPPLEMENT: { from: ["SUBMITTED"], by: ["ANSWERER"], reason: "REQUIRED", whileSuspended: "ALSO" },
  WITHDRAW: { from: ["SUBMITTED"], to: "ACCEPTED", by: ["ANSWERER"] },
  CLOSE: { from: ["SUBMITTED"], to: "CLOSED", by: ["ASSESSOR"], meets: everyClock },
  RETURN: { from: ["SUBMITTED"], to: "RETURNED", by: ["ASSESSOR"], reason: "REQUIRED" },
  FOLLOW_UP: {
    from: ["SUBMITTED"],
    to: "CLOSED",
    by: ["ASSESSOR"],
    meets: everyClock,
    of: ["ORDER"],
    except: ["SUPERVISION"],
  },
  ASK_EXTENSION: {
    from: ["ISSUED", ...workingStates],
    by: ["ANSWERER"],
    if: "NOT_ASKED_FOR_MORE_TIME",
    reason: "REQUIRED",
  },
  GRANT_EXTENSION: { from: openStates, by: ["ASSESSOR"], if: "ASKED_FOR_MORE_TIME", whileSuspended: "ALSO" },
  REFUSE_EXTENSION: {
    from: openStates,
    by: ["ASSESSOR"],
    if: "ASKED_FOR_MORE_TIME",
    reason: "REQUIRED",
    whileSuspended: "ALSO",
  },
  ASK_SUSPENSION: {
    from: ["ISSUED", ...workingStates],
    by: ["ANSWERER"],
    if: ["HAS_OPENED", "NOT_ASKED_FOR_SUSPENSION"],
    reason: "REQUIRED",
  },
  GRANT_SUSPENSION: { from: ["ISSUED", ...workingStates], by: ["COMMAND"], if: "ASKED_FOR_SUSPENSION" },
  REFUSE_SUSPENSION: {
    from: ["ISSUED", ...workingStates],
    by: ["COMMAND"],
    if: "ASKED_FOR_SUSPENSION",
    reason: "REQUIRED",
  },
  SUSPEND: { from: ["ISSUED", ...workingStates], by: ["COMMAND"], if: "HAS_OPENED", reason: "REQUIRED" },
  RESUME: { from: ["ISSUED", ...workingStates], by: ["COMMAND"], whileSuspended: "ONLY" },
  URGE: { from: openStates, by: ["COMMAND"], whileSuspended: "ALSO" },
  SUPERVISE: {
    from: openStates,
    by: ["COMMAND"],
    except: ["SUPERVISION", "RECEIPT"],
    if: "NO_RED_CARD",
    reason: "REQUIRED",
    whileSuspended: "ALSO",
  },
  LIFT_CARD: { from: openStates, by: ["COMMAND"], if: "CARDED", reason: "REQUIRED", whileSuspended: "ALSO" },
  ESCALATE: {
    from: ["ISSUED", ...workingStates],
    by: ["ANSWERER", "CHIEF"],
    except: ["RUN"],
    if: "BELOW_THE_BUREAU",
    reason: "REQUIRED",
  },
  CHANGE_URGENCY: { from: openStates, by: ["COMMAND"], reason: "REQUIRED", whileSuspended: "ALSO" },
  CANCEL: {
    from: openStates,
    to: "CANCELLED",
    by: ["COMMAND"],
    except: ["RECEIPT"],
    if: "NOTHING_FOLLOWS",
    reason: "REQUIRED",
    whileSuspended: "ALSO",
  },
  REOPEN: {
    from: ["CLOSED", "MISSED"],
    to: "RETURNED",
    by: ["CHIEF"],
    except: ["RECEIPT"],
    if: "NOT_FROZEN",
    reason: "REQUIRED",
  },
  ASK_RETURN: {
    from: ["CLOSED"],
    by: ["ANSWERER"],
    except: ["RECEIPT"],
    if: ["HAS_FEEDBACK", "NOT_ASKED_FOR_RETURN"],
    reason: "REQUIRED",
  },
  GRANT_RETURN: {
    from: ["CLOSED"],
    to: "RETURNED",
    by: ["ASSESSOR"],
    except: ["RECEIPT"],
    if: ["ASKED_FOR_RETURN", "NOT_FROZEN"],
  },
  REFUSE_RETURN: {
    from: ["CLOSED"],
    by: ["ASSESSOR"],
    except: ["RECEIPT"],
    if: ["ASKED_FOR_RETURN", "NOT_FROZEN"],
    reason: "REQUIRED",
  },
  RECHECK: { from: ["CLOSED"], by: ["CHECKER"], except: ["RECEIPT"] },
} as const satisfies Record<string, ActionRule>;

export type WorkAction = keyof typeof workActions;
/** What the ledger also tells of, and nobody chooses. */
const others = [
  "ISSUE",
  "END_RECEIPT",
  "MOVE_STATION",
  "MOVE_MATTER",
  "HAND_OVER",
  "RECOMPUTE",
  "DUE_SOON",
  "OVERDUE",
  "MISS",
] as const;
export type WorkEventAction = WorkAction | (typeof others)[number];

export const ruleOf = (action: WorkAction): ActionRule => workActions[action];
export const allWorkActions = Object.keys(workActions) as WorkAction[];

/** Whether it is the bureau's alone where the item stands in a week that was signed. */
export const mindsFreeze = (action: WorkAction) => [ruleOf(action).if ?? []].flat().includes("NOT_FROZEN");

/** The mutation that takes the action. */
export const mutationOf: Readonly<Record<WorkAction, string>> = {
  CLAIM: "claimWork",
  ACCEPT: "acceptWork",
  DECLINE: "declineWork",
  READDRESS: "readdressWork",
  ARRIVE: "arriveAtWork",
  SUBMIT: "submitWork",
  FILL_LATE: "fillRunLate",
  DISPOSE: "settleReceipt",
  HAND_ON: "handReceiptOn",
  SUPPLEMENT: "supplementWork",
  WITHDRAW: "withdrawWork",
  CLOSE: "closeWork",
  RETURN: "returnWork",
  FOLLOW_UP: "followUpWork",
  ASK_EXTENSION: "askForMoreTime",
  GRANT_EXTENSION: "grantMoreTime",
  REFUSE_EXTENSION: "refuseMoreTime",
  ASK_SUSPENSION: "askForSuspension",
  GRANT_SUSPENSION: "grantSuspension",
  REFUSE_SUSPENSION: "refuseSuspension",
  SUSPEND: "suspendWork",
  RESUME: "resumeWork",
  URGE: "urgeWork",
  SUPERVISE: "superviseWork",
  LIFT_CARD: "liftCard",
  ESCALATE: "escalateWork",
  CHANGE_URGENCY: "changeUrgency",
  CANCEL: "cancelWork",
  REOPEN: "reopenWork",
  ASK_RETURN: "askForReturn",
  GRANT_RETURN: "grantReturn",
  REFUSE_RETURN: "refuseReturn",
  RECHECK: "recheckWork",
};

/** As `viewerMay` tells it: ACCEPT_WORK of `acceptWork`. */
export const toldAs = (action: WorkAction) => mutationOf[action].replace(/[A-Z]/g, "_$&").toUpperCase();

export const isChosen = (action: WorkEventAction): action is WorkAction => action in workActions;

/** As the audit log names it: work.askExtension of ASK_EXTENSION. */
export const auditActionOf = (action: WorkEventAction) =>
  `work.${action.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
