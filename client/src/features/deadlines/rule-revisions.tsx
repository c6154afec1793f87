import type { DeadlineRuleFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { Section } from "../../ui/section.tsx";
import { useTimeWords } from "../../ui/work/time-words.ts";
import { times } from "./times.ts";
import "./deadlines.css";

interface RevisionsProps {
  /** The newest first. */
  rules: readonly DeadlineRuleFieldsFragment[];
  /** How many before them are not shown. */
  more: number;
}

export function RuleRevisions({ rules, more }: RevisionsProps) {
  const { t } = useTranslation("deadline-rules");
  const timeWords = useTimeWords();
  if (rules.length === 0) return null;
  return (
    <Section title={t("revisions")}>
      <Scrolled name={t("revisions")}>
        <table className="deadline-lines">
          <thead>
            <tr>
              <th scope="col">{t("revision")}</th>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("until")}</th>
              {times.map((time) => (
                <th key={time} scope="col">
                  {t(`time.${time}`)}
                </th>
              ))}
              <th scope="col">{t("warn")}</th>
              <th scope="col">{t("escalate")}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.id}>
                <td>{t("revisionNumber", { number: rule.revision })}</td>
                <td className="date">
                  <DateText value={rule.startsAt} minutes />
                </td>
                <td className="date">
                  <DateText value={rule.endsAt} minutes />
                </td>
                {times.map((time) => (
                  <td key={time}>{timeWords(rule[time], rule.unit) ?? "—"}</td>
                ))}
                <td>{t("warnAt", { percent: rule.warnAtPercent })}</td>
                <td>{timeWords(rule.escalateAfter, "MINUTES") ?? t("never")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {more > 0 ? <p className="note">{t("moreRevisions", { count: more })}</p> : null}
    </Section>
  );
}
