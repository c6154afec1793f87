import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../lib/dates.ts";
import { keepExport, keepShownList } from "../lib/files.ts";
import { lazily } from "../lib/lazily.ts";
import { Later } from "./later.tsx";
import type { Asked } from "./list-page/use-listed.ts";
import { ToolPopover } from "./list-tools/tool-popover.tsx";
import { type Column, fileColumns } from "./table-columns.ts";
import { useTellProblem } from "./use-tell-problem.ts";
import "./export-button.css";

const ExportsDrawer = lazily(() => import("./list-tools/exports-drawer.tsx"), "ExportsDrawer");

export type Ledger = "matters" | "disputes" | "hazards" | "tasks";

interface ExportButtonProps {
  caption: string;
  asked: Asked;
  columns: readonly Pick<Column<never>, "title" | "file">[];
  /** The layout that stations keep of the list, besides its own columns. */
  ledger?: Ledger | undefined;
}

const formats = ["xlsx", "csv"] as const;

/** The list as it is filtered and ordered, all of its pages, as a file: in the columns that are shown, or as a ledger. */
export function ExportButton({ caption, asked, columns, ledger }: ExportButtonProps) {
  const { t } = useTranslation("list-tools");
  const tell = useTellProblem();
  const [running, setRunning] = useState(false);
  const [later, setLater] = useState<{ open: boolean; isForLater: boolean }>({ open: false, isForLater: false });
  const close = () => setLater({ ...later, open: false });
  const { document, variables, list, ids } = asked;

  async function keep(format: (typeof formats)[number], layout?: Ledger) {
    setRunning(true);
    const name = `${layout ? t(`export.name.${layout}`) : caption}-${today()}`;
    const shown = { document: idOf(document), variables, list, ids, caption, columns: fileColumns(columns) };
    if (layout) tell(await keepExport(layout, orderedBy({ ...variables }), { name, format }));
    else {
      const { data, problem } = await keepShownList(shown, { name, format });
      tell(problem);
      if (data?.isForLater) setLater({ open: true, isForLater: true });
    }
    setRunning(false);
  }

  return (
    <>
      <ToolPopover icon={<DownloadOutlined />} text={t("export.do")} isBusy={running}>
        {(leave) => {
          const deed = (text: string, act: () => void) => (
            <Button
              key={text}
              type="text"
              block
              onClick={() => {
                leave();
                act();
              }}
            >
              {text}
            </Button>
          );
          return (
            <div className="export-button-menu">
              {formats.map((format) => deed(t(`export.as.${format}`), () => void keep(format)))}
              {ledger
                ? formats.map((format) => deed(t(`export.asLedger.${format}`), () => void keep(format, ledger)))
                : null}
              {deed(t("exports.open"), () => setLater({ open: true, isForLater: false }))}
            </div>
          );
        }}
      </ToolPopover>
      <Later when={later.open}>
        <ExportsDrawer {...later} onClose={() => close()} />
      </Later>
    </>
  );
}

/** What the server knows a document by. */
const idOf = (document: { documentId?: string }) => document.documentId;

/** What a ledger takes of what a list is asked with. */
const orderedBy = (variables: { filter?: object; orderBy?: string; direction?: string }) => ({
  filter: variables.filter,
  orderBy: variables.orderBy,
  direction: variables.direction,
});
