import { GridDivisionsDocument, type GridKind } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { FoundSelect } from "../../ui/found-select.tsx";

interface DivisionSelectProps {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** The one it stands at, which the search need not find. */
  current: { id: string; code: string; name: string } | null | undefined;
}

const choiceOf = ({ id, code, name }: { id: string; code: string; name: string }) => ({
  value: id,
  label: `${name} ${code}`,
});

/** Finds a village or community by its name or code. */
export function DivisionSelect({ current, ...field }: DivisionSelectProps) {
  const { t } = useTranslation("grids");
  const sought = useSought();
  const kind = Form.useWatch<GridKind | undefined>("kind");
  const read = useRead(GridDivisionsDocument, {
    search: sought.text,
    kind: kind === "VILLAGE" || kind === "COMMUNITY" ? kind : undefined,
  });
  const page = read.data?.divisions;
  return (
    <FoundSelect
      {...field}
      sought={sought}
      read={read}
      found={page?.nodes.map(choiceOf)}
      more={page && page.totalCount - page.nodes.length}
      none={t("field.noDivision")}
      named={current && choiceOf(current)}
      placeholder={t("field.division")}
    />
  );
}
