import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";
import { Section } from "../../ui/section.tsx";
import type { Member } from "./member.ts";

/** The units one after another, and times off the strength, the latest first. */
export function UnitHistory({ member: { units, serviceBreaks } }: { member: Member }) {
  const { t } = useTranslation("members");
  if (units.length < 2 && serviceBreaks.length === 0) return null;
  const lines = [
    ...units.map(({ startsOn, endsOn, reason, unit }) => ({
      startsOn,
      endsOn,
      reason,
      what: unit?.name ?? t("outOfSight"),
    })),
    ...serviceBreaks.map((gap) => ({ ...gap, what: t("units.gap") })),
  ].toSorted((one, other) => (other.startsOn ?? "").localeCompare(one.startsOn ?? ""));
  return (
    <Section title={t("units.title")}>
      <table className="differences">
        <thead>
          <tr>
            <th scope="col">{t("units.period")}</th>
            <th scope="col">{t("units.what")}</th>
            <th scope="col">{t("units.why")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ startsOn, endsOn, what, reason }) => (
            <tr key={`${startsOn} ${what}`}>
              <th scope="row" className="numeric">
                <DateText value={startsOn} /> → <DateText value={endsOn} />
              </th>
              <td>{what}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
