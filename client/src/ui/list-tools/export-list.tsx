import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { keepExport, keepShownList, type ToPrint } from "../../lib/files.ts";
import type { Asked } from "../list-page/use-listed.ts";
import type { Column } from "../table-columns.ts";
import { rosterOf } from "../paper/roster.ts";
import { usePrint } from "../paper/use-print.ts";
import { useTellProblem } from "../use-tell-problem.ts";
import type { AfterExporting } from "./after-export.tsx";
import type { Filtered } from "./filtered-by.ts";
import { useShownList } from "./use-print-list.ts";
import "./export-list.css";

export type Ledger = "matters" | "disputes" | "hazards" | "tasks";

export interface ToExport {
  caption: string;
  asked: Asked;
  filtered: Filtered;
  columns: readonly Pick<Column<never>, "title" | "file">[];
  /** The layout that stations keep of the list, besides its own columns. */
  ledger?: Ledger | undefined;
  /** Where the list is of grids: who answers for them is printed, too. */
  hasRoster?: boolean | undefined;
}

export interface ExportListProps extends ToExport {
  onLeave: () => void;
  onRunning: (isRunning: boolean) => void;
  onShow: (shown: AfterExporting) => void;
}

const formats = ["xlsx", "csv"] as const;

/** As what the list may be had. */
export function ExportList({ onLeave, onRunning, onShow, ...list }: ExportListProps) {
  const { caption, asked, ledger, hasRoster } = list;
  const { t } = useTranslation(["list-tools", "grids", "words"]);
  const tell = useTellProblem();
  const read = usePrint();
  const listed = useShownList(list);
  const { variables } = asked;

  async function print(asked: ToPrint | Promise<ToPrint>) {
    onLeave();
    onRunning(true);
    const paper = await read(await asked);
    if (paper) onShow(paper);
    onRunning(false);
  }

  async function keep(format: (typeof formats)[number], layout?: Ledger) {
    onLeave();
    onRunning(true);
    const name = `${layout ? t(`export.name.${layout}`) : caption}-${today()}`;
    const shown = await listed();
    if (layout) tell(await keepExport(layout, { ...orderedBy({ ...variables }), said: shown.said }, { name, format }));
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
      {deed(t("print.list"), () => void print(listed()))}
      {hasRoster ? deed(t("print.roster"), () => void print(rosterOf(t, gridsOf({ ...variables })))) : null}
      {formats.map((format) => deed(t(`export.as.${format}`), () => void keep(format)))}
      {ledger ? formats.map((format) => deed(t(`export.asLedger.${format}`), () => void keep(format, ledger))) : null}
      {deed(t("exports.open"), () => {
        onLeave();
        onShow("exports");
      })}
    </div>
  );
}

/** Of which unit and when a list of grids is asked for. */
const gridsOf = ({ filter, at }: { filter?: { unitId?: string }; at?: string }) => ({ unitId: filter?.unitId, at });

/** What a ledger takes of what a list is asked with. */
const orderedBy = (variables: { filter?: object; orderBy?: string; direction?: string }) => ({
  filter: variables.filter,
  orderBy: variables.orderBy,
  direction: variables.direction,
});
