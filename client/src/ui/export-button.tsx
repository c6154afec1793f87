import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../lib/dates.ts";
import { keepExport } from "../lib/files.ts";
import { useTellProblem } from "./use-tell-problem.ts";

type ExportLayout = "matters" | "disputes" | "hazards" | "tasks";

interface ExportButtonProps {
  layout: ExportLayout;
  /** What the list is asked with: just this is exported, all of its pages. */
  asked: object;
}

const formats = ["xlsx", "csv"] as const;

/** The list as it is filtered and ordered, as a file. */
export function ExportButton({ layout, asked }: ExportButtonProps) {
  const { t } = useTranslation("ledgers");
  const tell = useTellProblem();
  const [running, setRunning] = useState(false);

  async function keep(format: (typeof formats)[number]) {
    setRunning(true);
    const name = `${t(`export.name.${layout}`)}-${today()}`;
    tell(await keepExport(layout, asked, { name, format }));
    setRunning(false);
  }

  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: formats.map((format) => ({
          key: format,
          label: t(`export.as.${format}`),
          onClick: () => void keep(format),
        })),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={running} aria-haspopup="menu">
        {t("export.do")}
      </Button>
    </Dropdown>
  );
}
