import type { CalendarQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";
import { Section } from "../../ui/section.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";

/** Each calendar that is or was in force, the latest first. */
export function PublishedSection({ revisions }: { revisions: CalendarQuery["calendarRevisions"] }) {
  const { t } = useTranslation(["calendar", "shell"]);
  if (revisions.length === 0) return null;
  return (
    <Section title={t("published.title")}>
      <Scrolled name={t("published.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("published.number")}</th>
              <th scope="col">{t("published.at")}</th>
              <th scope="col">{t("published.by")}</th>
              <th scope="col">{t("draft.years")}</th>
              <th scope="col">{t("publish.note")}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map(({ id, number, publishedAt, publishedBy, announcedYears, note }) => (
              <tr key={id}>
                <td>{number}</td>
                <td>
                  <DateText value={publishedAt} minutes />
                </td>
                <td>{publishedBy}</td>
                <td>{announcedYears.join(t("shell:mark.list"))}</td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Section>
  );
}
