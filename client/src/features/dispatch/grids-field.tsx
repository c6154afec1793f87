import { WorkGridChoicesDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { problemOf } from "../../lib/problem.ts";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import { type Gathered, GatherField } from "../../ui/work/gather-field.tsx";
import { GridSelect } from "../../ui/work/grid-select.tsx";

interface GridsFieldProps {
  id?: string;
  value?: readonly Gathered[];
  onChange?: (grids: Gathered[]) => void;
}

const most = 100;
const none: readonly Gathered[] = [];

/** Many grids: one by one, or all of a unit. */
export function GridsField({ id, value = none, onChange }: GridsFieldProps) {
  const { t } = useTranslation("work");
  const [unitId, setUnitId] = useState<string>();
  const client = useClient();
  const tell = useTellProblem();

  async function addAll() {
    const filter = { unitId, open: true };
    const answer = await client.query(WorkGridChoicesDocument, { filter, first: most }).toPromise();
    if (!answer.data) return tell(problemOf(answer.error));
    const known = new Set(value.map(({ id }) => id));
    const more = answer.data.grids.nodes.filter(({ id }) => !known.has(id));
    onChange?.([...value, ...more.map(({ id, name }) => ({ id, name }))]);
    setUnitId(undefined);
  }
  return (
    <GatherField id={id} value={value} onChange={onChange} renderPicker={(picker) => <GridSelect {...picker} />}>
      <div className="dispatch-all-grids">
        <UnitSelect label={t("task.allOf")} value={unitId} onChange={setUnitId} allowClear />
        <Button disabled={!unitId} onClick={() => void addAll()}>
          {t("task.addAll")}
        </Button>
      </div>
    </GatherField>
  );
}
