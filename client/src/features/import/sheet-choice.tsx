import { ChooseImportSheetDocument } from "@maple-bridge/schema/documents";
import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import type { Run } from "./run.ts";

/** Which sheet of the file is imported; the others are not, and that is said. */
export function SheetChoice({ run }: { run: Run }) {
  const { t } = useTranslation("import");
  const tell = useTellProblem();
  const [chooseSheet, choosing] = useCommand(ChooseImportSheetDocument);
  const { id, version, sheet, sheets } = run;
  if (sheets.length < 2) return null;
  async function choose(position: number) {
    tell((await chooseSheet({ id, expectedVersion: version, sheet: position })).problem);
  }
  return (
    <fieldset className="import-sheet-choice">
      <legend>{t("sheets.title", { count: sheets.length })}</legend>
      <Radio.Group
        value={sheet}
        disabled={choosing || !may(run, "CHOOSE_IMPORT_SHEET")}
        onChange={({ target }) => void choose(target.value as number)}
        options={sheets.map((each) => ({
          value: each.position,
          disabled: each.isHidden || Boolean(each.problem),
          label: <SheetLine sheet={each} />,
        }))}
      />
      <p className="note">{t("sheets.note")}</p>
    </fieldset>
  );
}

function SheetLine({ sheet: { name, isHidden, problem, totalRows } }: { sheet: Run["sheets"][number] }) {
  const { t } = useTranslation("import");
  const why = isHidden ? t("sheets.hidden") : problem;
  return (
    <>
      {name} <span className="note">{why ?? t("rowCount", { count: totalRows })}</span>
    </>
  );
}
