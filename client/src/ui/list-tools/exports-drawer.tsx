import { CancelListExportDocument, ListExportsDocument, type ListExportsQuery } from "@maple-bridge/schema/documents";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { dayText, momentText } from "../../lib/dates.ts";
import { keepFile } from "../../lib/files.ts";
import { useLayer } from "../../lib/layers.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { AwaitData } from "../await-data.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { Light } from "../light.tsx";
import { SideDrawer } from "../side-drawer.tsx";
import type { Tone } from "../tones.ts";
import { useTellProblem } from "../use-tell-problem.ts";
import "./list-tools.css";

type Line = ListExportsQuery["listExports"]["nodes"][number];

interface ExportsDrawerProps {
  open: boolean;
  onClose: () => void;
  /** What has just been asked for was too long to be written while one waits. */
  isForLater: boolean;
}

/** One's long exports: how far they are, and their files while they are kept. */
export function ExportsDrawer({ open, onClose, isForLater }: ExportsDrawerProps) {
  const { t } = useTranslation("list-tools");
  const read = useRead(ListExportsDocument, {}, !open);
  useLayer(open, onClose);
  return (
    <SideDrawer open={open ? "exports" : undefined} title={t("exports.title")} onClose={onClose} width={560}>
      {isForLater ? <p>{t("exports.later", { count: 5000 })}</p> : null}
      <AwaitData read={read}>
        {({ listExports: { nodes } }) =>
          nodes.length === 0 ? (
            <EmptyNote title={t("exports.none")}>{t("exports.noneHint")}</EmptyNote>
          ) : (
            <ul className="list-tools-exports">
              {nodes.map((line) => (
                <ExportLine key={line.id} line={line} />
              ))}
            </ul>
          )
        }
      </AwaitData>
    </SideDrawer>
  );
}

const tones = {
  WAITING: "accent",
  RUNNING: "accent",
  READY: "good",
  FAILED: "bad",
  CANCELLED: "quiet",
  EXPIRED: "quiet",
} as const satisfies Record<Line["state"], Tone>;

function ExportLine({ line }: { line: Line }) {
  const { t, i18n } = useTranslation("list-tools");
  const [cancel] = useCommand(CancelListExportDocument);
  const tell = useTellProblem();
  const { id, caption, format, state, doneRows, totalRows, bytes, fault, expiresAt } = line;
  const isUnderWay = state === "WAITING" || state === "RUNNING";
  const faultWords = `exports.fault.${fault}`;
  return (
    <li>
      <div className="list-tools-line">
        <strong>
          {caption} · {format}
        </strong>
        <Light tone={tones[state]}>{t(`exports.state.${state}`)}</Light>
        <span className="list-tools-deeds">
          {state === "READY" ? (
            <Button size="small" type="primary" onClick={() => void keepFile(`/exports/list/${id}`).then(tell)}>
              {t("exports.download")}
            </Button>
          ) : null}
          {may(line, "CANCEL_LIST_EXPORT") ? (
            <Button size="small" onClick={() => void cancel({ id }).then(({ problem }) => tell(problem))}>
              {t("exports.cancel")}
            </Button>
          ) : null}
        </span>
      </div>
      <span className="note">
        {[
          momentText(line.createdAt),
          line.account.displayName,
          t("exports.progress", { done: doneRows, total: totalRows }),
          state === "READY" && bytes ? t("exports.bytes", { size: (bytes / 1e6).toFixed(1) }) : "",
          state === "READY" && expiresAt ? t("exports.until", { day: dayText(expiresAt) }) : "",
          state === "FAILED"
            ? t(i18n.exists(`list-tools:${faultWords}`) ? (faultWords as "exports.fault.other") : "exports.fault.other")
            : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {isUnderWay ? (
        <Progress
          aria-label={caption}
          size="small"
          percent={Math.floor((100 * doneRows) / Math.max(1, totalRows))}
          status="active"
        />
      ) : null}
    </li>
  );
}
