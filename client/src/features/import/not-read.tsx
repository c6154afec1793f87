import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Mapping } from "./mapping.ts";
import type { Run } from "./run.ts";

/** What of the file is not read, before anything is checked. */
export function NotRead({ run: { notes, columns }, mapping }: { run: Run; mapping: Mapping }) {
  const { t } = useTranslation("import");
  const unread = columns.flatMap((title, column) =>
    mapping[column] ? [] : [title || t("columns.untitled", { number: column + 1 })],
  );
  if (notes.length === 0 && unread.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="import-not-read"
      title={t("notes.title")}
      description={
        <ul>
          {notes.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
          {unread.length > 0 ? (
            <li>{t("notes.columns", { count: unread.length, columns: unread.join(t("comma")) })}</li>
          ) : null}
        </ul>
      }
    />
  );
}
