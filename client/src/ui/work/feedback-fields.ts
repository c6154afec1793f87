import type { CommunityFeedbackKind, SubmitWorkInput } from "@maple-bridge/schema/documents";
import type { WorkItem } from "./deeds.ts";
import { communityKinds } from "./work-glossary.ts";

export type Feedback = Omit<SubmitWorkInput, "id" | "idempotencyKey">;

/** How a field is filled in: some lines, one line, a number, yes or no, or one of what it may be about. */
type As =
  | { as: "lines" | "line"; most: number }
  | { as: "number"; least: number; most: number }
  | { as: "yesNo" }
  | { as: "choice"; of: readonly CommunityFeedbackKind[] };

type Told =
  | "about"
  | "caseNumber"
  | "caseReason"
  | "cause"
  | "count"
  | "done"
  | "furtherNeed"
  | "happened"
  | "isTakenOn"
  | "likelyCourse"
  | "minutes"
  | "response";

export type FeedbackField = As & {
  path: readonly [string, string];
  /** Under `work`. */
  label: `feedback.${Told}` | `resolved.${CommunityFeedbackKind}`;
  isNeeded: boolean;
};

const lines = (of: string, name: Told, isNeeded = false, field: string = name): FeedbackField => ({
  as: "lines",
  path: [of, field],
  label: `feedback.${name}`,
  isNeeded,
  most: name === "done" || name === "happened" ? 2000 : 1000,
});

const yesNo = (of: string, name: string, label: FeedbackField["label"]): FeedbackField => ({
  as: "yesNo",
  path: [of, name],
  label,
  isNeeded: true,
});

const number = (name: "count" | "minutes", least: number, most: number): FeedbackField => ({
  as: "number",
  path: ["taskResult", name],
  label: `feedback.${name}`,
  isNeeded: false,
  least,
  most,
});

/** What the feedback of an item asks, by its kind and by what was answered so far. */
export function feedbackFields(
  { kind, orderKind }: Pick<WorkItem, "kind" | "orderKind">,
  given: Feedback | undefined,
): readonly FeedbackField[] {
  if (kind !== "ORDER")
    return [lines("taskResult", "done", true), number("count", 0, 1_000_000), number("minutes", 1, 10_000)];
  if (orderKind === "INCIDENT")
    return [
      lines("sceneReport", "happened", true),
      lines("sceneReport", "done", true),
      lines("sceneReport", "cause"),
      lines("sceneReport", "likelyCourse"),
    ];
  if (orderKind === "CASE")
    return [
      yesNo("caseAnswer", "isTakenOn", "feedback.isTakenOn"),
      given?.caseAnswer?.isTakenOn === false
        ? lines("caseAnswer", "caseReason", true, "reason")
        : { as: "line", path: ["caseAnswer", "caseNumber"], label: "feedback.caseNumber", isNeeded: true, most: 50 },
    ];
  if (orderKind === "LINKAGE")
    return [yesNo("linkageResponse", "isTakenOn", "feedback.isTakenOn"), lines("linkageResponse", "response", true)];
  if (orderKind === "SUPERVISION") return [lines("rectification", "cause", true), lines("rectification", "done", true)];
  return [
    {
      as: "choice",
      path: ["communityFeedback", "kind"],
      label: "feedback.about",
      isNeeded: false,
      of: communityKinds,
    },
    yesNo("communityFeedback", "isResolved", `resolved.${given?.communityFeedback?.kind ?? "DISPUTE"}`),
    lines("communityFeedback", "done", true),
    lines("communityFeedback", "furtherNeed"),
  ];
}

/** About what its matter is, where a feedback may be about that; the first of them else. */
const aboutOf = (matter: Pick<WorkItem, "matter">["matter"]) =>
  communityKinds.find((kind) => kind === matter?.kind) ?? communityKinds[0];

export const feedbackBeginning = ({ orderKind, matter }: Pick<WorkItem, "orderKind" | "matter">): Feedback => {
  if (orderKind === "COMMUNITY") return { communityFeedback: { kind: aboutOf(matter), isResolved: true, done: "" } };
  if (orderKind === "CASE") return { caseAnswer: { isTakenOn: true } };
  return orderKind === "LINKAGE" ? { linkageResponse: { isTakenOn: true, response: "" } } : {};
};
