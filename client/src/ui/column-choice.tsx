import { SettingOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { lazily } from "../lib/lazily.ts";
import { withWords } from "../lib/locale.ts";
import type { ColumnListProps } from "./list-tools/column-list.tsx";
import { ToolPopover } from "./list-tools/tool-popover.tsx";

const ColumnList = lazily(
  withWords("list-tools", () => import("./list-tools/column-list.tsx")),
  "ColumnList",
);

/** The columns of a list that are shown, and how close its rows stand. */
export function ColumnChoice(props: ColumnListProps) {
  const { t } = useTranslation("shell");
  return (
    <ToolPopover icon={<SettingOutlined />} text={t("columns")} title={t("table.choose")}>
      {() => <ColumnList {...props} />}
    </ToolPopover>
  );
}
