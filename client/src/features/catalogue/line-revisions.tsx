import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { Section } from "../../ui/section.tsx";
import { type Line, standingOf } from "./line.ts";
import { LineText } from "./line-text.tsx";
import { StandingLight } from "./standing-light.tsx";

/** The latest first; the bureau's and the station's own each count for themselves. */
export function LineRevisions({ revisions }: { revisions: readonly Line[] }) {
  const { t } = useTranslation("duty-catalogue");
  return (
    <Section title={t("revisions")}>
      <Scrolled name={t("revisions")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("whose")}</th>
              <th scope="col">{t("revision")}</th>
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("until")}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map((line) => (
              <tr key={line.id}>
                <td>
                  <StandingLight standing={standingOf(line, false)} />
                </td>
                <td>{t("revisionNumber", { number: line.revision })}</td>
                <td>
                  <LineText line={line} />
                </td>
                <td className="date">
                  <DateText value={line.startsAt} minutes />
                </td>
                <td className="date">
                  <DateText value={line.endsAt} minutes />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Section>
  );
}
