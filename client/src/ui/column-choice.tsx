import { SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "./table-columns.ts";
import "./column-choice.css";

interface ColumnChoiceProps {
  choices: { key: string; title: string }[];
  chosen: readonly string[];
  isUsual: boolean;
  onChoose: (keys: string[] | undefined) => void;
}

/** The columns of a list that this browser shows, kept for the next visit. */
export function useColumnChoice<Row, Order extends string>(
  list: string,
  columns: readonly Column<Row, Order>[],
  usual: readonly string[],
) {
  const place = `maple.columns.${list}`;
  const [kept, setKept] = useState(() => localStorage.getItem(place)?.split(","));
  const chosen = kept ?? usual;

  function onChoose(keys: string[] | undefined) {
    if (keys) localStorage.setItem(place, keys.join(","));
    else localStorage.removeItem(place);
    setKept(keys);
  }
  const choice: ColumnChoiceProps = {
    choices: columns.map(({ key, title }) => ({ key, title })),
    chosen,
    isUsual: kept === undefined,
    onChoose,
  };
  return [columns.filter(({ key }) => chosen.includes(key)), choice] as const;
}

export function ColumnChoice({ choices, chosen, isUsual, onChoose }: ColumnChoiceProps) {
  const { t } = useTranslation("shell");
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t("table.choose")}
      content={
        <div className="column-choice">
          <Checkbox.Group
            options={choices.map(({ key, title }) => ({ value: key, label: title }))}
            value={[...chosen]}
            onChange={(keys) => keys.length > 0 && onChoose(keys.map(String))}
          />
          <Button size="small" disabled={isUsual} onClick={() => onChoose(undefined)}>
            {t("table.usual")}
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />}>{t("columns")}</Button>
    </Popover>
  );
}
