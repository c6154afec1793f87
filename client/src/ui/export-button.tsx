import { DownloadOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../lib/lazily.ts";
import { withWords } from "../lib/locale.ts";
import { Later } from "./later.tsx";
import type { AfterExporting, AfterExportProps } from "./list-tools/after-export.tsx";
import type { ExportListProps, ToExport } from "./list-tools/export-list.tsx";
import { ToolPopover } from "./list-tools/tool-popover.tsx";

const load = withWords("list-tools", () => import("./list-tools/exporting.ts"));
const ExportList = lazily<"ExportList", ExportListProps>(load, "ExportList");
const AfterExport = lazily<"AfterExport", AfterExportProps>(load, "AfterExport");

/** The list as it is filtered and ordered, all of its pages, on paper or as a file: in the columns that are shown, or as a ledger. */
export function ExportButton(props: ToExport) {
  const { t } = useTranslation("shell");
  const [running, setRunning] = useState(false);
  const [shown, setShown] = useState<AfterExporting>();
  return (
    <>
      <ToolPopover icon={<DownloadOutlined />} text={t("export")} isBusy={running}>
        {(leave) => <ExportList {...props} onLeave={leave} onRunning={setRunning} onShow={setShown} />}
      </ToolPopover>
      <Later when={shown !== undefined}>
        <AfterExport shown={shown} onClose={() => setShown(undefined)} />
      </Later>
    </>
  );
}
