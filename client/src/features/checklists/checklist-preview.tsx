import {
  ChecklistPreviewDocument,
  type ChecklistPreviewInput,
  type ChecklistPreviewQuery,
} from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Details } from "../../ui/details.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { Section } from "../../ui/section.tsx";
import { OwingSeats } from "./owing-seats.tsx";

type Preview = ChecklistPreviewQuery["checklistPreview"];

/** What a version would bring: its next days, how many runs that makes, and what it adds to whom. Nothing is written. */
export function ChecklistPreview({ input }: { input: ChecklistPreviewInput }) {
  return (
    <AwaitData read={useRead(ChecklistPreviewDocument, { input })} rows={5}>
      {({ checklistPreview }) => <Brought preview={checklistPreview} />}
    </AwaitData>
  );
}

function Brought({ preview }: { preview: Preview }) {
  const { t } = useTranslation("checklists");
  const { dates, pastDates, unannouncedYears, runs } = preview;
  const hours = useHours();
  return (
    <Section title={t("preview.title")}>
      <Details
        items={[
          { label: t("preview.seats"), value: <OwingSeats {...preview} /> },
          { label: t("preview.runs"), value: countText(runs) },
          { label: t("preview.hours"), value: hours(preview.minutes) },
          ...(pastDates.length > 0
            ? [{ label: t("preview.past"), value: t("dates", { count: pastDates.length }) }]
            : []),
        ]}
      />
      <p className="note">{t("preview.dates", { count: dates.length })}</p>
      <ul className="checklists-dates">
        {dates.map((day) => (
          <li key={day} className="numeric">
            {day}
          </li>
        ))}
      </ul>
      {unannouncedYears.length > 0 ? (
        <p className="note">{t("preview.unannounced", { years: unannouncedYears.join(t("and")) })}</p>
      ) : null}
      {preview.burdens.length > 0 ? <Burdens burdens={preview.burdens} /> : null}
    </Section>
  );
}

function Burdens({ burdens }: Pick<Preview, "burdens">) {
  const { t } = useTranslation("checklists");
  const hours = useHours();
  return (
    <Scrolled name={t("preview.burdens")}>
      <table className="checklists-burdens">
        <thead>
          <tr>
            <th scope="col">{t("preview.member")}</th>
            <th scope="col">{t("preview.memberRuns")}</th>
            <th scope="col">{t("preview.memberHours")}</th>
          </tr>
        </thead>
        <tbody>
          {burdens.map(({ memberId, member, badge, runs, minutes }) => (
            <tr key={memberId}>
              <td>
                <PersonName name={member} badge={badge} />
              </td>
              <td className="numeric">{runs}</td>
              <td className="numeric">{hours(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** To a tenth of an hour. */
function useHours() {
  const { t } = useTranslation("checklists");
  return (minutes: number) => t("hours", { hours: countText(Math.round(minutes / 6) / 10) });
}
