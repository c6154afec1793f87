import type { ChecklistPreviewQuery } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { Light } from "../../ui/light.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";

type Preview = Pick<ChecklistPreviewQuery["checklistPreview"], "seats" | "vacantSeats" | "owing">;

/** How many seats would owe it, and how many of them nobody holds: each figure opens its seats beneath. */
export function OwingSeats({ seats, vacantSeats, owing }: Preview) {
  const { t } = useTranslation(["checklists", "words"]);
  const [shown, setShown] = useState<"all" | "vacant">();
  const figures = [
    { of: "all", count: seats, text: t("preview.seatsOf", { seats: countText(seats) }) },
    { of: "vacant", count: vacantSeats, text: t("preview.vacantOf", { vacant: countText(vacantSeats) }) },
  ] as const;
  const open = figures.find(({ of }) => of === shown);
  const rows = owing.filter(({ isVacant }) => isVacant || shown === "all");
  return (
    <>
      {figures.map(({ of, count, text }) => (
        <Button
          key={of}
          type="link"
          size="small"
          disabled={count === 0}
          aria-expanded={shown === of}
          onClick={() => setShown(shown === of ? undefined : of)}
        >
          {text}
        </Button>
      ))}
      {open ? (
        <>
          <Scrolled name={t("preview.seats")}>
            <ul className="plain checklists-seats">
              {rows.map(({ gridId, gridCode, gridName, duty, isVacant }) => (
                <li key={`${gridId} ${duty}`}>
                  <span className="numeric">{gridCode}</span> {gridName} · {t(`words:duty.${duty}`)}{" "}
                  {isVacant ? <Light tone="bad">{t("preview.vacant")}</Light> : null}
                </li>
              ))}
            </ul>
          </Scrolled>
          {open.count > rows.length ? (
            <p className="note">{t("preview.beyond", { count: open.count - rows.length })}</p>
          ) : null}
        </>
      ) : null}
    </>
  );
}
