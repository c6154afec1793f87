import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import "./column-list.css";

export interface ColumnListProps {
  choices: { key: string; title: string }[];
  chosen: readonly string[];
  isUsual: boolean;
  isDense: boolean;
  onChoose: (next: { columns?: readonly string[] | null; isDense?: boolean }) => void;
}

export function ColumnList({ choices, chosen, isUsual, isDense, onChoose }: ColumnListProps) {
  const { t } = useTranslation(["shell", "list-tools"]);
  return (
    <div className="column-list">
      <Checkbox.Group
        options={choices.map(({ key, title }) => ({ value: key, label: title }))}
        value={[...chosen]}
        onChange={(keys) => keys.length > 0 && onChoose({ columns: keys.map(String) })}
      />
      <Checkbox checked={isDense} onChange={({ target }) => onChoose({ isDense: target.checked })}>
        {t("list-tools:columns.dense")}
      </Checkbox>
      <Button size="small" disabled={isUsual} onClick={() => onChoose({ columns: null, isDense: false })}>
        {t("table.usual")}
      </Button>
    </div>
  );
}
