import { registerEnumType } from "type-graphql";

export const WorkKind = { ORDER: "ORDER", TASK: "TASK", RECEIPT: "RECEIPT", RUN: "RUN" } as const;
export type WorkKind = keyof typeof WorkKind;
registerEnumType(WorkKind, {
  name: "WorkKind",
  description: "What a work item 工作事项 is.",
  valuesConfig: {
    ORDER: { description: "指令: about a matter, from a command room, with a feedback of its own kind." },
    TASK: { description: "任务: dated work outside checklists." },
    RECEIPT: { description: "首接: the first receiver disposes of a matter." },
    RUN: { description: "检查清单: one run of a checklist." },
  },
});

export const OrderKind = {
  INCIDENT: "INCIDENT",
  CASE: "CASE",
  COMMUNITY: "COMMUNITY",
  SUPERVISION: "SUPERVISION",
  LINKAGE: "LINKAGE",
} as const;
export type OrderKind = keyof typeof OrderKind;
registerEnumType(OrderKind, {
  name: "OrderKind",
  description: "The kinds of order 指令, each with its own feedback.",
  valuesConfig: {
    INCIDENT: { description: "接处警; answered by a scene report." },
    CASE: { description: "案件分流; answered by whether it is taken on as a case." },
    COMMUNITY: { description: "社区; answered by what came of a dispute, a hazard or a call for help." },
    SUPERVISION: { description: "监督 of other work; answered by a rectification." },
    LINKAGE: { description: "联动, to a partner unit; answered by its response." },
  },
});

export const WorkState = {
  ISSUED: "ISSUED",
  ACCEPTED: "ACCEPTED",
  ARRIVED: "ARRIVED",
  SUBMITTED: "SUBMITTED",
  RETURNED: "RETURNED",
  DECLINED: "DECLINED",
  CLOSED: "CLOSED",
  MISSED: "MISSED",
  CANCELLED: "CANCELLED",
} as const;
export type WorkState = keyof typeof WorkState;
registerEnumType(WorkState, {
  name: "WorkState",
  description:
    "待接收 ISSUED, 办理中 ACCEPTED, 已到场 ARRIVED, 待评价 SUBMITTED, 退回 RETURNED, 拒收 DECLINED, 办结 CLOSED, 漏办 MISSED, 撤销 CANCELLED. Suspension 挂起 lies over a state (`isSuspended`).",
});

export const Urgency = { ORDINARY: "ORDINARY", URGENT: "URGENT", CRITICAL: "CRITICAL" } as const;
export type Urgency = keyof typeof Urgency;
registerEnumType(Urgency, { name: "Urgency", description: "一般 ORDINARY, 紧急 URGENT, 特急 CRITICAL." });

export const Card = { YELLOW: "YELLOW", RED: "RED" } as const;
export type Card = keyof typeof Card;
registerEnumType(Card, {
  name: "Card",
  description: "A supervision's card 黄牌、红牌; it only goes up until it is lifted.",
});

export const WorkOutcome = {
  ACCEPTED: "ACCEPTED",
  FOLLOWED_UP: "FOLLOWED_UP",
  ISSUED_ON: "ISSUED_ON",
  SETTLED: "SETTLED",
  PASSED_ON: "PASSED_ON",
} as const;
export type WorkOutcome = keyof typeof WorkOutcome;
registerEnumType(WorkOutcome, {
  name: "WorkOutcome",
  description:
    "How closed work ended: its feedback was accepted, or followed up by another order; of a receipt, an order was issued on, the matter was settled on the spot, or passed on to another receiver.",
});

export const ClockKind = { ACCEPT: "ACCEPT", FEEDBACK: "FEEDBACK", CLOSE: "CLOSE" } as const;
export type ClockKind = keyof typeof ClockKind;
registerEnumType(ClockKind, {
  name: "ClockKind",
  description: "By when work is accepted 接收, fed back 反馈, closed 办结.",
});

export const TimeUnit = {
  MINUTES: "MINUTES",
  WORKING_MINUTES: "WORKING_MINUTES",
  WORKING_DAYS: "WORKING_DAYS",
} as const;
export type TimeUnit = keyof typeof TimeUnit;
registerEnumType(TimeUnit, {
  name: "TimeUnit",
  description:
    "What a time is counted in: minutes round the clock, minutes of the calendar's shifts, or its working days, of which the last one counts to its end.",
});

export const Light = {
  OVERDUE: "OVERDUE",
  DUE_SOON: "DUE_SOON",
  NORMAL: "NORMAL",
  SUSPENDED: "SUSPENDED",
  NONE: "NONE",
} as const;
export type Light = keyof typeof Light;
registerEnumType(Light, {
  name: "Light",
  description:
    "How open work stands to its next due time at the moment of reading: past it, close to it, before it; its clocks stand still, or it has none.",
});

export const OwedBy = {
  ANSWERER: "ANSWERER",
  ASSESSOR: "ASSESSOR",
  FIRST_RECEIVER: "FIRST_RECEIVER",
  ISSUER: "ISSUER",
} as const;
export type OwedBy = keyof typeof OwedBy;
registerEnumType(OwedBy, {
  name: "OwedBy",
  description:
    "Who owes the next step of open work: who answers for its address, who assesses it, the matter's first receiver, or who issued it.",
});

export const EventCause = { PERSON: "PERSON", JOB: "JOB", API: "API", IMPORT: "IMPORT", OFFLINE: "OFFLINE" } as const;
export type EventCause = keyof typeof EventCause;
registerEnumType(EventCause, {
  name: "EventCause",
  description:
    "What made a step: a person, the clock, a program with a token, an import, or what was done without a network.",
});

export const EventSource = { DESK: "DESK", PHONE: "PHONE", API: "API" } as const;
export type EventSource = keyof typeof EventSource;
registerEnumType(EventSource, { name: "EventSource", description: "From where a step was made." });

export const RequestKind = { EXTENSION: "EXTENSION", SUSPENSION: "SUSPENSION", RETURN: "RETURN" } as const;
export type RequestKind = keyof typeof RequestKind;
registerEnumType(RequestKind, {
  name: "RequestKind",
  description:
    "What who answers may ask for: more time 延期, that the clocks stand still 挂起, or the return 退回 of what was assessed already.",
});

export const HandoverOutcome = { CONFIRMED: "CONFIRMED", DECLINED: "DECLINED", WITHDRAWN: "WITHDRAWN" } as const;
export type HandoverOutcome = keyof typeof HandoverOutcome;
registerEnumType(HandoverOutcome, { name: "HandoverOutcome", description: "How a handover 交接 ended." });

export const HandoverItemOutcome = {
  MOVED: "MOVED",
  OVER: "OVER",
  ELSEWHERE: "ELSEWHERE",
  CALLED_OFF: "CALLED_OFF",
} as const;
export type HandoverItemOutcome = keyof typeof HandoverItemOutcome;
registerEnumType(HandoverItemOutcome, {
  name: "HandoverItemOutcome",
  description:
    "What became of an item in a handover: it moved, was over before, was no longer the giver's, or stayed because the handover was called off.",
});

export const MyWorkPart = {
  TO_RECEIVE: "TO_RECEIVE",
  TO_DO: "TO_DO",
  TO_ASSESS: "TO_ASSESS",
  TO_DECIDE: "TO_DECIDE",
  DECLINED: "DECLINED",
  VACANT: "VACANT",
} as const;
export type MyWorkPart = keyof typeof MyWorkPart;
registerEnumType(MyWorkPart, {
  name: "MyWorkPart",
  description:
    "Why work waits for you: to be accepted or claimed 待接收, to be done 待办理, its feedback to be assessed 待评价, what is asked for to be granted or refused 待批复; it was declined 被拒收, or nobody answers for it 无人负责 in what you command.",
});
