import { registerEnumType } from "type-graphql";

export const ListSource = {
  DUTIES: "DUTIES",
  OPEN_MATTERS: "OPEN_MATTERS",
  WORK_DUE: "WORK_DUE",
  ACHIEVEMENTS: "ACHIEVEMENTS",
} as const;
export type ListSource = keyof typeof ListSource;
registerEnumType(ListSource, {
  name: "ListSource",
  description: "What one of the three lists is made of.",
  valuesConfig: {
    DUTIES: { description: "职责: lines of the duty catalogue, of the seats held in the week." },
    OPEN_MATTERS: { description: "问题: matters of the grids of those seats that were open in the week." },
    WORK_DUE: { description: "任务: orders, tasks and runs that were due, carried over or closed in the week." },
    ACHIEVEMENTS: { description: "成绩: what the member handed in and was accepted in the week; only ever derived." },
  },
});

/** What is shown where nobody has said what the lists are. */
export const usualSources = ["DUTIES", "OPEN_MATTERS", "WORK_DUE"] as const satisfies readonly ListSource[];

export const ListPreset = { SET_A: "SET_A", SET_B: "SET_B" } as const;
export type ListPreset = keyof typeof ListPreset;
registerEnumType(ListPreset, {
  name: "ListPreset",
  description: "Three lists as police stations are reported to have them.",
  valuesConfig: {
    SET_A: { description: "责任/问题/任务: duties, open matters, work due." },
    SET_B: { description: "职责/任务/成绩: duties, work due, achievements." },
  },
});

export const LineStanding = {
  NEW: "NEW",
  CARRIED_OVER: "CARRIED_OVER",
  SETTLED: "SETTLED",
  DUE: "DUE",
  DONE: "DONE",
  LATE: "LATE",
  MISSED: "MISSED",
} as const;
export type LineStanding = keyof typeof LineStanding;
registerEnumType(LineStanding, {
  name: "LineStanding",
  description:
    "How a line stood at the end of its week, or stands now in this one. Matters are NEW 新增, CARRIED_OVER 结转 or SETTLED 办结; work is DUE, CARRIED_OVER, DONE, LATE (done late) or MISSED 漏办.",
});

export const LineDecision = { ACCEPTED: "ACCEPTED", RETURNED: "RETURNED" } as const;
export type LineDecision = keyof typeof LineDecision;
registerEnumType(LineDecision, { name: "LineDecision", description: "认可 or 退回." });

export const SignHindrance = {
  SIGNED: "SIGNED",
  OWN: "OWN",
  OF_A_CHIEF: "OF_A_CHIEF",
  NOT_YOURS: "NOT_YOURS",
  NOT_OVER: "NOT_OVER",
  LINES_WAIT: "LINES_WAIT",
} as const;
export type SignHindrance = keyof typeof SignHindrance;
registerEnumType(SignHindrance, {
  name: "SignHindrance",
  description: "Why you may not sign a week.",
  valuesConfig: {
    SIGNED: { description: "It is signed already." },
    OWN: { description: "It is your own." },
    OF_A_CHIEF: { description: "It is a chief's: the bureau signs it." },
    NOT_YOURS: { description: "The chief signs it, or who stands in for one who is away." },
    NOT_OVER: { description: "It has not ended yet." },
    LINES_WAIT: { description: "Results in it wait to be accepted or returned." },
  },
});

export const ToSign = { IN_TIME: "IN_TIME", OVERDUE: "OVERDUE" } as const;
export type ToSign = keyof typeof ToSign;
registerEnumType(ToSign, {
  name: "ToSign",
  description: "How a week that is over waits for your signature.",
  valuesConfig: {
    IN_TIME: { description: "The Wednesday after it has not passed." },
    OVERDUE: { description: "The Wednesday after it has passed." },
  },
});
