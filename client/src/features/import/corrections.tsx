import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { may, useViewer } from "../../lib/viewer.tsx";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import { keepFile } from "../../lib/files.ts";
import type { Run } from "./run.ts";
import { UploadButton } from "./upload-box.tsx";
import { useCorrected } from "./use-corrected.ts";

/** The wrong rows as a file to put right, and the way back in. */
export function Corrections({ run }: { run: Run }) {
  const { t } = useTranslation("import");
  const { bureau } = useViewer();
  const tell = useTellProblem();
  const onCorrected = useCorrected();
  const name = run.fileName.replace(/\.[^.]+$/, "");
  const keep = (scope: "all" | "errors") =>
    keepFile(`/imports/${run.id}/corrections?scope=${scope}`, t(`correct.file.${scope}`, { name })).then(tell);
  return (
    <div className="import-corrections">
      <div className="import-actions">
        <Button icon={<DownloadOutlined />} onClick={() => void keep("all")}>
          {t("correct.all")}
        </Button>
        <Button icon={<DownloadOutlined />} onClick={() => void keep("errors")}>
          {t("correct.errors")}
        </Button>
        {may(bureau, "IMPORT") ? (
          <UploadButton kind={run.kind} like={run.id} onMade={onCorrected}>
            {t("correct.upload")}
          </UploadButton>
        ) : null}
      </div>
      <p className="note">{t("correct.note")}</p>
    </div>
  );
}
