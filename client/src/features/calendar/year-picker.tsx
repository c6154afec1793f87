import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { firstYear, lastYear } from "./year-in.ts";

export function YearPicker({ year, onChange }: { year: number; onChange: (year: number) => void }) {
  const { t } = useTranslation("calendar");
  return (
    <span className="calendar-year-picker">
      <Button
        icon={<LeftOutlined />}
        aria-label={t("yearBefore")}
        disabled={year <= firstYear}
        onClick={() => onChange(year - 1)}
      />
      <strong>{t("year", { year })}</strong>
      <Button
        icon={<RightOutlined />}
        aria-label={t("yearAfter")}
        disabled={year >= lastYear}
        onClick={() => onChange(year + 1)}
      />
    </span>
  );
}
