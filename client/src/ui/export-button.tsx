import { DownloadOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../lib/lazily.ts";
import { withWords } from "../lib/locale.ts";
import { useShortcut } from "../lib/shortcuts.ts";
import { Later } from "./later.tsx";
import type { AfterExporting, AfterExportProps } from "./list-tools/after-export.tsx";
import type { ExportListProps, ToExport } from "./list-tools/export-list.tsx";
import type { PrintNowProps } from "./list-tools/print-now.tsx";
import { ToolPopover } from "./list-tools/tool-popover.tsx";

const load = withWords("list-tools", () => import("./list-tools/exporting.ts"));
const ExportList = lazily<"ExportList", ExportListProps>(load, "ExportList");
const AfterExport = lazily<"AfterExport", AfterExportProps>(load, "AfterExport");
const PrintNow = lazily<"PrintNow", PrintNowProps>(load, "PrintNow");

/** The list as it is filtered and ordered, all of its pages, on paper or as a file: in the columns that are shown, or as a ledger. The browser's own key prints it, too. */
export function ExportButton(props: ToExport) {
  const { t } = useTranslation("shell");
  const [running, setRunning] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [shown, setShown] = useState<AfterExporting>();
  useShortcut("mod+p", "print", () => setPrinting(true));
  return (
    <>
      <ToolPopover icon={<DownloadOutlined />} text={t("export")} isBusy={running || isPrinting}>
        {(leave) => <ExportList {...props} onLeave={leave} onRunning={setRunning} onShow={setShown} />}
      </ToolPopover>
      <Later when={isPrinting}>
        {isPrinting ? (
          <PrintNow
            {...props}
            onRead={(paper) => {
              setPrinting(false);
              if (paper) setShown(paper);
            }}
          />
        ) : null}
      </Later>
      <p className="print-note">{t("printNote")}</p>
      <Later when={shown !== undefined}>
        <AfterExport shown={shown} onClose={() => setShown(undefined)} />
      </Later>
    </>
  );
}
