import type { CopyDutyCatalogueMutation } from "@maple-bridge/schema/documents";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";

interface CopiedNoteProps {
  copied: CopyDutyCatalogueMutation["copyDutyCatalogue"];
  onClose: () => void;
}

/** What came of a copying at each of the stations. */
export function CopiedNote({ copied, onClose }: CopiedNoteProps) {
  const { t } = useTranslation("duty-catalogue");
  if (copied.length === 0) return null;
  return (
    <Alert
      type="success"
      showIcon
      className="catalogue-copied"
      title={t("copy.done", { count: copied.length })}
      description={
        <ul className="plain">
          {copied.map(({ id, station, linesSet, linesEnded }) => (
            <li key={id}>
              {station.name} <span className="note">{t("copy.came", { set: linesSet, ended: linesEnded })}</span>
            </li>
          ))}
        </ul>
      }
      closable={{ "aria-label": t("copy.close"), onClose }}
    />
  );
}
