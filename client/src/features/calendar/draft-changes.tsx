import type { CalendarFieldsFragment, DayOpening } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Draft } from "./draft-section.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { shiftTexts } from "./year.ts";

interface DraftChangesProps {
  draft: Draft;
  before: CalendarFieldsFragment | null;
}

/** Told line by line, so that whoever publishes sees what comes into force. */
export function DraftChanges({ draft, before }: DraftChangesProps) {
  const { t } = useTranslation(["calendar", "shell"]);
  const list = (texts: readonly (string | number)[]) => texts.join(t("shell:mark.list")) || t("draft.noYears");
  const wordOf = (opening: DayOpening | null, name: string | null) =>
    [t(opening ? `opening.${opening}` : "opening.usual"), name].filter(Boolean).join(" ");
  const shifts = [list(shiftTexts(before)), list(shiftTexts(draft))] as const;
  const years = [list(before?.announcedYears ?? []), list(draft.announcedYears)] as const;
  const lines = [
    ...(years[0] === years[1] ? [] : [{ what: t("draft.years"), was: years[0], is: years[1] }]),
    ...(shifts[0] === shifts[1] ? [] : [{ what: t("shifts.title"), was: shifts[0], is: shifts[1] }]),
    ...draft.changes.map((change) => ({
      what: change.day,
      was: wordOf(change.before, change.nameBefore),
      is: wordOf(change.after, change.nameAfter),
    })),
  ];
  if (lines.length === 0) return <p className="note">{t("draft.same")}</p>;
  return (
    <Scrolled name={t("draft.changes")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("draft.what")}</th>
            <th scope="col">{t("inForce")}</th>
            <th scope="col">{t("draft.one")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ what, was, is }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{was}</td>
              <td>{is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
