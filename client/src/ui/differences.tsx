import { useTranslation } from "react-i18next";
import { differencesOf } from "../lib/differences.ts";
import { useChangeWords } from "./change-words.ts";
import { isId, NodeName } from "./node-name.tsx";

interface DifferencesProps {
  /** The command, as in `grid.close`: it tells what its fields are about. */
  action: string;
  before: unknown;
  after: unknown;
}

/** What a command changed, field by field. */
export function Differences({ action, before, after }: DifferencesProps) {
  const { t } = useTranslation("history");
  const words = useChangeWords();
  const differences = differencesOf(before, after);
  if (differences.length === 0) return <p className="note">{t("nothing")}</p>;
  const shown = (field: string, value: unknown) =>
    isId(value) ? <NodeName id={value} /> : words.valueOf(action, field, value);
  return (
    <table className="differences">
      <thead>
        <tr>
          <th scope="col">{t("fieldHead")}</th>
          {before ? <th scope="col">{t("before")}</th> : null}
          {after ? <th scope="col">{t("after")}</th> : null}
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.field}>
            <th scope="row">{words.fieldOf(action, difference.field)}</th>
            {before ? (
              <td className={after ? "differences-gone" : undefined}>{shown(difference.field, difference.before)}</td>
            ) : null}
            {after ? <td>{shown(difference.field, difference.after)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
