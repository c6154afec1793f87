import { DownloadOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../lib/lazily.ts";
import { withWords } from "../lib/locale.ts";
import { Later } from "./later.tsx";
import type { ToExport } from "./list-tools/export-list.tsx";
import { ToolPopover } from "./list-tools/tool-popover.tsx";

const ExportList = lazily(
  withWords("list-tools", () => import("./list-tools/export-list.tsx")),
  "ExportList",
);
const ExportsDrawer = lazily(
  withWords("list-tools", () => import("./list-tools/exports-drawer.tsx")),
  "ExportsDrawer",
);

/** The list as it is filtered and ordered, all of its pages, as a file: in the columns that are shown, or as a ledger. */
export function ExportButton(props: ToExport) {
  const { t } = useTranslation("shell");
  const [running, setRunning] = useState(false);
  const [shown, setShown] = useState<"exports" | "for later">();
  const close = () => setShown(undefined);
  return (
    <>
      <ToolPopover icon={<DownloadOutlined />} text={t("export")} isBusy={running}>
        {(leave) => <ExportList {...props} onLeave={leave} onRunning={setRunning} onShow={setShown} />}
      </ToolPopover>
      <Later when={shown !== undefined}>
        <ExportsDrawer open={shown !== undefined} isForLater={shown === "for later"} onClose={() => close()} />
      </Later>
    </>
  );
}
