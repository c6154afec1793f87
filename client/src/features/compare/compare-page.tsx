import { DayChangesDocument } from "@maple-bridge/schema/documents";
import { Button, Skeleton } from "antd";
import { Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { keepExport } from "../../lib/files.ts";
import { duties } from "../../lib/glossary.ts";
import { lazily } from "../../lib/lazily.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { stationChoice } from "../../ui/list-page/station-choice.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import { ByStation } from "./by-station.tsx";
import { DayDuties } from "./day-duties.tsx";
import { endOf, lastMonth, momentOf, thisMonth } from "./days.ts";
import { changeKinds, compareRoute, type CompareSearch } from "./routes.tsx";
import { useChangeColumns } from "./use-change-columns.tsx";
import "./compare.css";

const CoverageMonths = lazily(() => import("./coverage-months.tsx"), "CoverageMonths");

/** What of the seats changed between two days: in figures by station, and in the rows that they count. */
export function ComparePage() {
  const { t } = useTranslation(["compare", "words"]);
  const search = compareRoute.useSearch();
  const { kind, station, duty } = search;
  const now = today();
  const { from, to } = { from: search.from ?? thisMonth(now).from, to: search.to ?? now };
  const [since, at] = [endOf(from), momentOf(to, now)];
  const rows = useRef<HTMLDivElement>(null);
  const variables = {
    ...pageOf(search),
    ...orderOf(search),
    filter: { since, kind, stationId: station, duty },
    at,
  };
  const words = <Name extends string>(names: readonly Name[], of: (name: Name) => string) =>
    names.map((value) => ({ value, label: of(value) }));
  return (
    <ListPage
      page="compare"
      note={t("note")}
      search={search}
      list={useListed(DayChangesDocument, variables, ({ dayChanges }) => dayChanges)}
      columns={useChangeColumns({ from, to })}
      filters={{
        from: undefined,
        to: undefined,
        kind: choice(
          t("kindOf"),
          words(changeKinds, (each) => t(`kind.${each}`)),
          { width: 120 },
        ),
        station: stationChoice(t("station")),
        duty: choice(
          t("duty"),
          words(duties, (each) => t(`words:duty.${each}`)),
          { width: 130 },
        ),
      }}
      saidBesides={[`${t("from")} ${from}`, `${t("to")} ${to}`]}
      empty={{ none: t("none"), filtered: t("filtered") }}
      heading={t("rows")}
      actions={
        <>
          <ButtonLink to="/grids" search={{ at: to === now ? undefined : to, unit: station }}>
            {t("toGrids")}
          </ButtonLink>
          <ReportButton {...{ from, to, since, at, station }} />
        </>
      }
      underTitle={<Days from={from} to={to} />}
      above={
        <>
          <ByStation {...{ since, at, from, to }} onChoose={() => rows.current?.scrollIntoView({ block: "start" })} />
          <div ref={rows} />
        </>
      }
    >
      <DayDuties day={to} isNow={at === undefined} />
      <Suspense fallback={<Skeleton active />}>
        <CoverageMonths stationId={station} />
      </Suspense>
    </ListPage>
  );
}

function Days({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation("compare");
  const { refine } = usePatch<CompareSearch>();
  const now = today();
  const spans = { thisMonth: thisMonth(now), lastMonth: lastMonth(now) };
  return (
    <FilterBar label={t("days")}>
      <DayField label={t("from")} allowClear={false} value={from} last={to} onChange={(day) => refine({ from: day })} />
      <span aria-hidden="true">–</span>
      <DayField label={t("to")} allowClear={false} value={to} first={from} onChange={(day) => refine({ to: day })} />
      {(["thisMonth", "lastMonth"] as const).map((span) => (
        <Button key={span} size="small" onClick={() => refine(spans[span])}>
          {t(span)}
        </Button>
      ))}
    </FilterBar>
  );
}

interface ReportProps {
  from: string;
  to: string;
  since: string;
  at: string | undefined;
  station: string | undefined;
}

/** The month's report as a file, with who made it at its foot. */
function ReportButton({ from, to, since, at, station }: ReportProps) {
  const { t } = useTranslation("compare");
  const tell = useTellProblem();
  const [isRunning, setIsRunning] = useState(false);
  async function keep() {
    setIsRunning(true);
    const name = t("reportName", { from, to });
    tell(await keepExport("month", { filter: { since, at, unitId: station } }, { name, format: "xlsx" }));
    setIsRunning(false);
  }
  return (
    <Button loading={isRunning} onClick={() => void keep()}>
      {t("report")}
    </Button>
  );
}
