import type { FieldFault } from "#kernel/errors";
import { checkText } from "#kernel/text";
import type { OrderKind, WorkKind } from "#modules/work";
import type { SubmitWorkInput } from "./order.inputs.ts";

export type FeedbackField = Exclude<keyof SubmitWorkInput, "id" | "idempotencyKey">;
/** Those that are checked and kept here; a run's is by its checklist. */
export type OwnField = Exclude<FeedbackField, "runReport">;

/** Which feedback goes with which work, and what GraphQL calls it. */
export const feedbackOf: Readonly<Partial<Record<WorkKind | OrderKind, { field: FeedbackField; type: string }>>> = {
  INCIDENT: { field: "sceneReport", type: "SceneReport" },
  CASE: { field: "caseAnswer", type: "CaseAnswer" },
  COMMUNITY: { field: "communityFeedback", type: "CommunityFeedback" },
  SUPERVISION: { field: "rectification", type: "Rectification" },
  LINKAGE: { field: "linkageResponse", type: "LinkageResponse" },
  TASK: { field: "taskResult", type: "TaskResult" },
  RUN: { field: "runReport", type: "RunReport" },
};

const fields = Object.values(feedbackOf).map(({ field }) => field);

/** The one that is due, and no other. */
export function pairingFaults(input: SubmitWorkInput, due: FeedbackField): FieldFault[] {
  const others = fields.filter((field) => field !== due && input[field]);
  return [
    ...(input[due] ? [] : [{ path: ["input", due], code: "REQUIRED" }]),
    ...others.map((field) => ({ path: ["input", field], code: "FEEDBACK_NOT_PAIRED" })),
  ];
}

type Texts = Readonly<Record<string, { required?: boolean; most: number }>>;
const texts: Readonly<Record<OwnField, Texts>> = {
  sceneReport: {
    happened: { required: true, most: 2000 },
    done: { required: true, most: 2000 },
    cause: { most: 1000 },
    likelyCourse: { most: 1000 },
  },
  caseAnswer: { caseNumber: { most: 50 }, reason: { most: 1000 } },
  communityFeedback: { done: { required: true, most: 2000 }, furtherNeed: { most: 1000 } },
  rectification: { cause: { required: true, most: 1000 }, done: { required: true, most: 2000 } },
  linkageResponse: { response: { required: true, most: 2000 } },
  taskResult: { done: { required: true, most: 2000 } },
};
const numbers: Readonly<Record<string, readonly [least: number, most: number]>> = {
  count: [0, 1_000_000],
  minutes: [1, 10_000],
};

/** The feedback as it is kept; what is wrong with it is added to `faults`. */
export function checkedFeedback(faults: FieldFault[], field: OwnField, given: object): Record<string, unknown> {
  const row: Record<string, unknown> = { ...given };
  for (const [name, rule] of Object.entries(texts[field]))
    row[name] = checkText(faults, ["input", field, name], row[name] as string | null, rule);
  for (const [name, [least, most]] of Object.entries(numbers)) {
    const value = row[name] as number | null | undefined;
    if (value !== null && value !== undefined && (value < least || value > most))
      faults.push({ path: ["input", field, name], code: "OUT_OF_RANGE", params: { least, most } });
  }
  if (field === "caseAnswer") {
    const needed = row["isTakenOn"] === true ? "caseNumber" : "reason";
    if (row[needed] === null) faults.push({ path: ["input", field, needed], code: "REQUIRED" });
  }
  return row;
}
