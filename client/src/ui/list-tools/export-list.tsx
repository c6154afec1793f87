import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { keepExport, keepShownList } from "../../lib/files.ts";
import type { Asked } from "../list-page/use-listed.ts";
import { type Column, fileColumns } from "../table-columns.ts";
import { useTellProblem } from "../use-tell-problem.ts";
import "./export-list.css";

export type Ledger = "matters" | "disputes" | "hazards" | "tasks";

export interface ToExport {
  caption: string;
  asked: Asked;
  columns: readonly Pick<Column<never>, "title" | "file">[];
  /** The layout that stations keep of the list, besides its own columns. */
  ledger?: Ledger | undefined;
}

interface ExportListProps extends ToExport {
  onLeave: () => void;
  onRunning: (isRunning: boolean) => void;
  onShow: (shown: "exports" | "for later") => void;
}

const formats = ["xlsx", "csv"] as const;

/** As what the list may be had. */
export function ExportList({ caption, asked, columns, ledger, onLeave, onRunning, onShow }: ExportListProps) {
  const { t } = useTranslation("list-tools");
  const tell = useTellProblem();
  const { document, variables, list, ids } = asked;

  async function keep(format: (typeof formats)[number], layout?: Ledger) {
    onLeave();
    onRunning(true);
    const name = `${layout ? t(`export.name.${layout}`) : caption}-${today()}`;
    const shown = { document: idOf(document), variables, list, ids, caption, columns: fileColumns(columns) };
    if (layout) tell(await keepExport(layout, orderedBy({ ...variables }), { name, format }));
    else {
      const { data, problem } = await keepShownList(shown, { name, format });
      tell(problem);
      if (data?.isForLater) onShow("for later");
    }
    onRunning(false);
  }
  const deed = (text: string, act: () => void) => (
    <Button key={text} type="text" block onClick={act}>
      {text}
    </Button>
  );
  return (
    <div className="export-list">
      {formats.map((format) => deed(t(`export.as.${format}`), () => void keep(format)))}
      {ledger ? formats.map((format) => deed(t(`export.asLedger.${format}`), () => void keep(format, ledger))) : null}
      {deed(t("exports.open"), () => {
        onLeave();
        onShow("exports");
      })}
    </div>
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
