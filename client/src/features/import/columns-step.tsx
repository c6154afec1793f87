import { MapImportColumnsDocument } from "@maple-bridge/schema/documents";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { fieldsTwice, isSame, mappedColumns, mappingOf, missingFields, withField } from "./mapping.ts";
import { MappingTable } from "./mapping-table.tsx";
import { NotRead } from "./not-read.tsx";
import type { Run } from "./run.ts";
import { SheetChoice } from "./sheet-choice.tsx";

/** Says which column is which; it was guessed from the titles. */
export function ColumnsStep({ run, onNext }: { run: Run; onNext: () => void }) {
  const { t } = useTranslation("import");
  const [mapping, setMapping] = useState(() => mappingOf(run));
  const [problem, setProblem] = useState<Problem>();
  const [mapColumns, saving] = useCommand(MapImportColumnsDocument);
  const missing = missingFields(run, mapping);
  const twice = fieldsTwice(mapping);

  async function next() {
    if (isSame(mapping, mappingOf(run))) return onNext();
    const input = { id: run.id, expectedVersion: run.version, mapping: mappedColumns(mapping) };
    const { problem: refused } = await mapColumns(input);
    setProblem(refused);
    if (!refused) onNext();
  }

  return (
    <>
      <SheetChoice run={run} />
      <NotRead run={run} mapping={mapping} />
      <p className="note">{t("columns.note")}</p>
      {problem ? <ProblemNote problem={problem} /> : null}
      <MappingTable
        run={run}
        mapping={mapping}
        twice={twice}
        disabled={!may(run, "MAP_IMPORT_COLUMNS")}
        onChange={(column, field) => setMapping((before) => withField(before, column, field))}
      />
      {missing.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t("columns.missing", { fields: missing.map(({ title }) => title).join(t("comma")) })}
        />
      ) : null}
      <div className="import-actions">
        <Button
          type="primary"
          disabled={missing.length > 0 || twice.size > 0 || !may(run, "CHECK_IMPORT")}
          loading={saving}
          onClick={() => void next()}
        >
          {t("columns.next")}
        </Button>
      </div>
    </>
  );
}
