import { EndAssignmentDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { Section } from "../../ui/section.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { type Assignment, type GridDetails, planned } from "./grid-details.ts";

/** Who will take a seat, and from when; what has not begun can be taken back. */
export function PlannedList({ grid }: { grid: GridDetails }) {
  const { t } = useTranslation(["grids", "grid-drawer", "words"]);
  const takeBack = useTakeBack();
  const coming = planned(grid);
  if (coming.length === 0) return null;
  return (
    <Section title={t("grid-drawer:planned.title")}>
      <ul className="grid-seats">
        {coming.map((assignment) => (
          <li key={assignment.id}>
            <span className="grid-duty">{t(`words:duty.${assignment.duty}`)}</span>
            <div className="grid-holder">
              <PersonName name={assignment.member?.name ?? t("seat.outOfSight")} badge={assignment.member?.badge} />
              <span className="note">{t("grid-drawer:planned.from", { day: dayText(assignment.startsAt) })}</span>
            </div>
            <div className="grid-deeds">
              {may(assignment, "END_ASSIGNMENT") ? (
                <Button size="small" onClick={() => void takeBack(assignment)}>
                  {t("grid-drawer:planned.takeBack")}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function useTakeBack() {
  const { t } = useTranslation(["grids", "grid-drawer"]);
  const confirmed = useConfirmed();
  const [endAssignment] = useCommand(EndAssignmentDocument);
  return async ({ id, version, member, startsAt }: Assignment) => {
    const params = { name: member?.name ?? t("seat.outOfSight"), day: dayText(startsAt) };
    const question = {
      title: t("grid-drawer:planned.confirm", params),
      content: t("grid-drawer:planned.note"),
      okText: t("grid-drawer:planned.takeBack"),
      danger: true,
    };
    await confirmed(question, () => endAssignment({ id, expectedVersion: version }));
  };
}
