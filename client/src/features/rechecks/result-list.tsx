import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";
import type { RecheckDetails } from "./recheck-drawer.tsx";
import { RecheckLight } from "./recheck-light.tsx";
import { WorkLink } from "./work-link.tsx";

/** The last one counts; those before stay to be read. */
export function ResultList({ results }: Pick<RecheckDetails, "results">) {
  const { t } = useTranslation(["rechecks", "work"]);
  return (
    <ul className="rechecks-results">
      {results.toReversed().map(({ id, outcome, text, reason, checkedAt, checker, rectification }) => (
        <li key={id}>
          <RecheckLight outcome={outcome} />{" "}
          <span className="note">
            {checker} <DateText value={checkedAt} />
          </span>
          <p>{text}</p>
          {reason ? <p className="note">{t("correctedFor", { reason })}</p> : null}
          {rectification ? (
            <p>
              <WorkLink id={rectification.id}>{rectification.title}</WorkLink>{" "}
              <span className="note">
                {t(`work:state.${rectification.state}`)}
                {rectification.dueOn ? ` · ${t("dueOn", { day: rectification.dueOn })}` : null}
              </span>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
