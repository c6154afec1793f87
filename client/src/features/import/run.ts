import type { ImportDetailsQuery } from "@maple-bridge/schema/documents";
import { may } from "../../lib/viewer.tsx";
import type { Step } from "./routes.tsx";

/** One file on its way in, as the wizard shows it. */
export type Run = NonNullable<ImportDetailsQuery["import"]>;

/** The step that an import has come to. */
export function stepOf({ status }: Pick<Run, "status">): Step {
  if (status === "UPLOADED") return "columns";
  return status === "CHECKED" || status === "CHECKING" ? "check" : "write";
}

/** The steps that may be shown while it stands so. */
const shown: Record<Run["status"], readonly Step[]> = {
  UPLOADED: ["columns", "check"],
  CHECKING: ["check"],
  CHECKED: ["columns", "check"],
  WRITING: ["write"],
  WRITTEN: ["write"],
  FAILED: ["check", "write"],
  CANCELLED: ["write"],
  UNDONE: ["write"],
};

export const mayShow = ({ status }: Pick<Run, "status">, step: Step) => shown[status].includes(step);

/** Carried on by the server; how far it has come shows by itself. */
export const isUnderWay = ({ status }: Pick<Run, "status">) => status === "CHECKING" || status === "WRITING";

/** Refused as it came in, which is told for as long as its errors are kept. */
export const heldIdentityNumbers = ({ errors }: Pick<Run, "errors">) => errors.nodes[0]?.code === "IDENTITY_NUMBER";

/** Of several steps: neither given up nor past going on with. */
export const hasSteps = (run: Pick<Run, "status" | "viewerMay">) =>
  run.status !== "CANCELLED" && run.status !== "UNDONE" && (run.status !== "FAILED" || may(run, "CHECK_IMPORT"));

/** All rows are written and only the audit log is left: too late to give it up. */
export const isRecording = ({ status, doneRows, totalRows }: Pick<Run, "status" | "doneRows" | "totalRows">) =>
  status === "WRITING" && doneRows >= totalRows;
