import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import "./column-list.css";

export interface ColumnListProps {
  /** A column that the filter says of every row is away until it is ticked. */
  choices: { key: string; title: string; isSaid: boolean }[];
  chosen: readonly string[];
  isUsual: boolean;
  isDense: boolean;
  onTick: (keys: readonly string[]) => void;
  onDense: (isDense: boolean) => void;
  onUsual: () => void;
}

export function ColumnList({ choices, chosen, isUsual, isDense, onTick, onDense, onUsual }: ColumnListProps) {
  const { t } = useTranslation(["shell", "list-tools"]);
  const options = choices.map(({ key, title, isSaid }) => ({
    value: key,
    label: isSaid ? (
      <>
        {title} <span className="note">{t("list-tools:columns.said")}</span>
      </>
    ) : (
      title
    ),
  }));
  return (
    <div className="column-list">
      <Checkbox.Group
        options={options}
        value={[...chosen]}
        onChange={(keys) => keys.length > 0 && onTick(keys.map(String))}
      />
      {choices.some(({ isSaid }) => isSaid) ? <p className="note">{t("list-tools:columns.saidNote")}</p> : null}
      <Checkbox checked={isDense} onChange={({ target }) => onDense(target.checked)}>
        {t("list-tools:columns.dense")}
      </Checkbox>
      <Button size="small" disabled={isUsual} onClick={onUsual}>
        {t("table.usual")}
      </Button>
    </div>
  );
}
