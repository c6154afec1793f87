import { SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { ToolPopover } from "./list-tools/tool-popover.tsx";
import "./column-choice.css";

interface ColumnChoiceProps {
  choices: { key: string; title: string }[];
  chosen: readonly string[];
  isUsual: boolean;
  isDense: boolean;
  onChoose: (next: { columns?: readonly string[] | null; isDense?: boolean }) => void;
}

/** The columns of a list that are shown, and how close its rows stand. */
export function ColumnChoice({ choices, chosen, isUsual, isDense, onChoose }: ColumnChoiceProps) {
  const { t } = useTranslation(["shell", "list-tools"]);
  return (
    <ToolPopover icon={<SettingOutlined />} text={t("columns")} title={t("table.choose")}>
      {() => (
        <div className="column-choice">
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
      )}
    </ToolPopover>
  );
}
