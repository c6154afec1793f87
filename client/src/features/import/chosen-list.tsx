import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Said } from "./chosen.ts";
import type { Run } from "./run.ts";

interface ChosenListProps {
  run: Run;
  said: Said;
  onChange: (said: Said) => void;
}

/** What was said of single names, cells and rows; each may be taken back. */
export function ChosenList({ run: { fields }, said, onChange }: ChosenListProps) {
  const { t } = useTranslation("import");
  const { names, blanks, leavesOut } = said;
  if (names.length + blanks.length + leavesOut.length === 0) return null;
  const without = (written: string) => ({ ...said, names: names.filter((each) => each.written !== written) });
  return (
    <div className="import-chosen" role="group" aria-label={t("chosen.title")}>
      <span className="note">{t("chosen.title")}</span>
      {names.map(({ written, means }) => (
        <Tag key={written} closable onClose={() => onChange(without(written))}>
          {means ? t("chosen.name", { written, means }) : t("chosen.own", { written })}
        </Tag>
      ))}
      {blanks.map((field) => (
        <Tag
          key={field}
          closable
          onClose={() => onChange({ ...said, blanks: blanks.filter((each) => each !== field) })}
        >
          {t("chosen.blank", { field: fields.find(({ key }) => key === field)?.title ?? field })}
        </Tag>
      ))}
      {leavesOut.length > 0 ? (
        <Tag closable onClose={() => onChange({ ...said, leavesOut: [] })}>
          {t("chosen.leftOut", {
            count: leavesOut.length,
            rows: leavesOut.slice(0, fewRows).join(t("comma")) + (leavesOut.length > fewRows ? "…" : ""),
          })}
        </Tag>
      ) : null}
    </div>
  );
}

const fewRows = 10;
