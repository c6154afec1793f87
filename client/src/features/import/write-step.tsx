import { StandardsDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { ErrorTable } from "./error-table.tsx";
import { heldIdentityNumbers, isRecording, type Run } from "./run.ts";
import { SummaryList } from "./summary-list.tsx";
import { UndoButton } from "./undo-button.tsx";

interface WriteStepProps {
  run: Run;
  onCheckAgain: () => void;
}

/** How writing goes, and what came of it. */
export function WriteStep({ run, onCheckAgain }: WriteStepProps) {
  const { t } = useTranslation("import");
  switch (run.status) {
    case "WRITING":
      return <Writing run={run} />;
    case "WRITTEN":
      return <Written run={run} />;
    case "CANCELLED":
      return <Alert type="info" showIcon title={t("write.cancelled")} />;
    case "UNDONE":
      return <Undone run={run} />;
    default:
      return heldIdentityNumbers(run) ? <Refused run={run} /> : <Interrupted run={run} onCheckAgain={onCheckAgain} />;
  }
}

function Writing({ run }: { run: Run }) {
  const { doneRows, totalRows } = run;
  const { t } = useTranslation("import");
  return (
    <div className="import-writing" role="status">
      <Progress
        percent={totalRows === 0 ? 0 : Math.floor((100 * doneRows) / totalRows)}
        status="active"
        aria-label={t("write.title")}
      />
      <p>{t("write.progress", { done: doneRows, total: totalRows })}</p>
      <p className="note">{t(isRecording(run) ? "write.recording" : "write.note")}</p>
    </div>
  );
}

/** Where what was written is seen. */
const placeOf = {
  GRIDS: "/grids",
  MEMBERS: "/members",
  DISPUTES: "/matters",
  HAZARDS: "/matters",
  MATTERS: "/matters",
  TASKS: "/dispatch",
  DUTY_LINES: "/system/duties",
  CHECKLISTS: "/checklists",
} as const satisfies Record<Run["kind"], string>;

function Undone({ run }: { run: Run }) {
  const { t } = useTranslation("import");
  return (
    <>
      <Alert type="info" showIcon title={t("undo.done")} />
      <Again run={run} />
    </>
  );
}

function Written({ run }: { run: Run }) {
  const { kind, summary } = run;
  const { t } = useTranslation("import");
  return (
    <>
      <Alert type="success" showIcon title={t("write.done")} />
      <SummaryList summary={summary} kind={kind} />
      {kind === "GRIDS" ? <NoStandards /> : null}
      <div className="import-actions">
        <Link to={placeOf[kind]}>{t(`write.see.${kind}`)}</Link>
        {kind === "GRIDS" ? (
          <Link to="/import" search={{ kind: "MEMBERS" }}>
            {t("write.thenMembers")}
          </Link>
        ) : null}
        {kind === "MEMBERS" ? <Link to="/grids">{t("write.seeGaps")}</Link> : null}
      </div>
      <UndoButton run={run} />
    </>
  );
}

/** Grids alone ask for nobody: a preset is offered where no standard is in force. */
function NoStandards() {
  const { t } = useTranslation("import");
  const { bureau } = useViewer();
  const maySet = may(bureau, "MANAGE_STANDARDS");
  const { data } = useRead(StandardsDocument, { at: undefined }, !maySet);
  if (!maySet || !data || data.staffingStandards.length > 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t("write.noStandards")}
      action={
        <Link to="/system/standards" search={{ preset: true }}>
          {t("write.applyPreset")}
        </Link>
      }
    />
  );
}

function Refused({ run }: { run: Run }) {
  const { t } = useTranslation("import");
  return (
    <>
      <Alert type="error" showIcon title={t("write.identity")} description={t("write.identityNote")} />
      <ErrorTable id={run.id} />
      <Again run={run} />
    </>
  );
}

function Interrupted({ run, onCheckAgain }: WriteStepProps) {
  const { t } = useTranslation("import");
  const [reason] = run.errors.nodes;
  if (!may(run, "CHECK_IMPORT")) return <PastChecking run={run} />;
  return (
    <Alert
      type="error"
      showIcon
      title={t("write.failed")}
      description={reason?.message ?? t("write.failedNote")}
      action={
        <Button size="small" onClick={onCheckAgain}>
          {t("write.checkAgain")}
        </Button>
      }
    />
  );
}

/** Nothing is kept of its file any more. */
function PastChecking({ run }: { run: Run }) {
  const { t } = useTranslation("import");
  return (
    <>
      <Alert type="error" showIcon title={t("write.failed")} description={t("write.goneNote")} />
      <Again run={run} />
    </>
  );
}

function Again({ run: { kind } }: { run: Run }) {
  const { t } = useTranslation("import");
  return (
    <div className="import-actions">
      <Link to="/import" search={{ kind }}>
        {t("write.another")}
      </Link>
    </div>
  );
}
