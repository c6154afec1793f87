import { OpenWorkDocument } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { dayText, startOfDay, today } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import type { GridDetails } from "./grid-details.ts";

/** Who loses a seat with the grid's closing, and what work is open there. */
export function CloseImpact({ grid }: { grid: GridDetails }) {
  const { t } = useTranslation(["grids", "grid-drawer", "words"]);
  const on = Form.useWatch<string | undefined>("on");
  const read = useRead(OpenWorkDocument, { id: grid.id });
  const node = read.data?.node;
  const work = node && "openWork" in node ? node.openWork.length : 0;
  if (!on) return null;
  const lost = grid.assignments.filter(
    ({ state, endsAt }) =>
      (state === "CURRENT" || state === "PLANNED") &&
      (endsAt === null || Date.parse(endsAt) > Date.parse(startOfDay(on))),
  );
  return (
    <div className="grid-close-impact">
      {lost.length === 0 ? (
        <p className="note">{t("grid-drawer:close.nobody")}</p>
      ) : (
        <>
          <div>{t("grid-drawer:close.lost", { count: lost.length })}</div>
          <ul className="plain">
            {lost.map(({ id, duty, member, startsAt }) => (
              <li key={id}>
                {t(`words:duty.${duty}`)}{" "}
                {member ? <PersonName name={member.name} badge={member.badge} /> : t("seat.outOfSight")}{" "}
                <span className="note">{dayText(startsAt)} →</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {work > 0 ? (
        <Light tone={on <= today() ? "bad" : "soon"}>
          {t(on <= today() ? "grid-drawer:close.workNow" : "grid-drawer:close.workThen", { count: work })}
        </Light>
      ) : null}
    </div>
  );
}
