import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import type { Cause } from "./chosen.ts";
import type { Run } from "./run.ts";

interface CausesProps {
  run: Run;
  onFix: (causes: readonly Cause[]) => void;
}

/** What is wrong, by its causes: each is done away with by a press, or all that take nothing away together. */
export function Causes({ run, onFix }: CausesProps) {
  const { t } = useTranslation("import");
  const { causes } = run;
  const suggested = causes.filter(({ isSuggested }) => isSuggested);
  const mayFix = may(run, "CHECK_IMPORT");
  if (causes.length === 0) return null;
  return (
    <>
      {suggested.length > 1 ? (
        <div className="import-actions">
          <Button type="primary" disabled={!mayFix} onClick={() => onFix(suggested)}>
            {t("causes.all", { count: suggested.length })}
          </Button>
          <span className="note">{t("causes.allNote")}</span>
        </div>
      ) : null}
      <ul className="plain import-causes" aria-label={t("causes.title")}>
        {causes.map((cause) => (
          <li key={`${cause.code} ${cause.column} ${cause.value} ${cause.means}`}>
            <div className="import-cause">
              <strong>
                {cause.column}
                {cause.value ? t("causes.value", { value: cause.value }) : null}
              </strong>{" "}
              {cause.message}
              <div className="note">
                {cause.places
                  ? t("causes.places", { count: cause.count, places: cause.places })
                  : t("causes.count", { count: cause.count })}
              </div>
            </div>
            {cause.fix ? (
              <Button
                type={suggested.length === 1 && cause.isSuggested ? "primary" : "default"}
                disabled={!mayFix}
                onClick={() => onFix([cause])}
              >
                <FixWords cause={cause} />
              </Button>
            ) : (
              <span className="note">{t(asked.has(cause.code) ? "causes.asked" : "causes.inFile")}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const asked: ReadonlySet<string> = new Set(["ROW_STATION_OF_TWO", "ROW_CATEGORY_ASKED"]);
const blankFields = ["from", "unitName", "openedOn"] as const;

function FixWords({ cause: { fix, means, day, year, field, rows } }: { cause: Cause }) {
  const { t } = useTranslation("import");
  switch (fix) {
    case "NAME":
      return t("fix.NAME", { name: means });
    case "COUNTED_YEAR":
      return t("fix.COUNTED_YEAR", { year });
    case "OPENED_ON":
    case "FROM":
    case "OPEN_EARLIER":
      return t(`fix.${fix}`, { day });
    case "LEAVE_OUT":
      return t("fix.LEAVE_OUT", { count: rows.length });
    case "BLANK": {
      const special = blankFields.find((each) => each === field);
      return t(special ? `fix.blank.${special}` : "fix.blank.any");
    }
    case "CREATE_STATIONS":
    case "CREATE_DIVISIONS":
    case "NUMBER_MEMBERS":
      return t(`fix.${fix}`);
    default:
      return null;
  }
}
