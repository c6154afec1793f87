import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dueText } from "../../lib/dates.ts";
import { DateText } from "../date-text.tsx";
import { type Detail, Details } from "../details.tsx";
import { WholeDays } from "../whole-days.tsx";
import type { WorkItem } from "./deeds.ts";
import { DueTime } from "./due-time.tsx";
import { WorkAddress, WorkAnswerers } from "./work-address.tsx";
import { WorkMarks } from "./work-marks.tsx";
import { useWorkWords } from "./work-words.ts";

/** What an item is, to whom it goes, who answers for it, and by when. */
export function WorkFactList({ item }: { item: WorkItem }) {
  const { t } = useTranslation("work");
  const { kindOf, stateOf } = useWorkWords();
  const { grid, isOpen } = item;
  const items: (Detail | false)[] = [
    {
      label: t("kindLabel"),
      value: (
        <span className="work-marks">
          {kindOf(item)} <WorkMarks item={item} />
        </span>
      ),
    },
    { label: t("stateLabel"), value: stateOf(item) },
    {
      label: t("addressLabel"),
      value: grid ? (
        <Link to="/grids" search={{ open: grid.id }}>
          <WorkAddress address={item} />
        </Link>
      ) : (
        <WorkAddress address={item} />
      ),
    },
    isOpen && { label: t("answererLabel"), value: <WorkAnswerers item={item} /> },
    ...clocksOf(item).map(({ id, clock, dueAt }) => ({
      label: t(`clock.${clock}`),
      value: <DueTime key={id} itemId={item.id} dueAt={dueAt} />,
    })),
    item.dueOn ? { label: t("dueOn"), value: <DateText value={item.dueOn} /> } : false,
    ...factsOfRun(item),
    item.silentWorkingDays ? { label: t("silence"), value: t("silent", { count: item.silentWorkingDays }) } : false,
    { label: t("issuedAt"), value: <DateText value={item.issuedAt} minutes /> },
    item.issuerUnit ? { label: t("issuer"), value: item.issuerUnit.name } : false,
    item.station ? { label: t("station"), value: item.station.name } : false,
    item.photosAtLeast > 0 && { label: t("photosAtLeast"), value: item.photosAtLeast },
    item.burdenMinutes ? { label: t("burden"), value: item.burdenMinutes } : false,
    item.closedAt ? { label: t("closedAt"), value: <DateText value={item.closedAt} minutes /> } : false,
  ];

  /** By which version it is filled in, and when it could be. */
  function factsOfRun({
    checklist,
    occurrenceOn,
    windowEndsOn,
    missedAt,
    fillableUntil,
  }: WorkItem): (Detail | false)[] {
    if (!checklist) return [];
    return [
      { label: t("run.version"), value: t("run.versionNumber", { number: checklist.number }) },
      { label: t("run.window"), value: <WholeDays text={t("run.of", { from: occurrenceOn, to: windowEndsOn })} /> },
      missedAt ? { label: t("run.missedAt"), value: <DateText value={missedAt} minutes /> } : false,
      fillableUntil ? { label: t("run.fillableUntil"), value: dueText(fillableUntil) } : false,
    ];
  }

  return (
    <>
      <Details items={items.filter((each) => each !== false)} />
      {item.instructions ? <p className="work-text">{item.instructions}</p> : null}
    </>
  );
}

/** Those that run; of what is over, none. */
const clocksOf = ({ clocks }: WorkItem) => clocks.filter(({ isRunning }) => isRunning);
