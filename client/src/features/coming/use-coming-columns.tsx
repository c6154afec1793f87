import type { ComingChangeOrder, ComingChangesQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { DateText } from "../../ui/date-text.tsx";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { type Column, personAt } from "../../ui/table-columns.ts";

type Coming = ComingChangesQuery["comingChanges"]["nodes"][number];

const tones = {
  ASSIGNMENT_STARTS: "good",
  ASSIGNMENT_ENDS: "soon",
  ABSENCE_STARTS: "soon",
  ABSENCE_ENDS: "quiet",
  GRID_OPENS: "good",
  GRID_CLOSES: "quiet",
} as const;

const beginnings = new Set<string>(["ASSIGNMENT_STARTS", "GRID_OPENS"]);

/** A grid opens on the day on which it does or somebody begins there, and as it is now for what ends. */
export function useComingColumns(): Column<Coming, ComingChangeOrder>[] {
  const { t } = useTranslation(["coming", "words"]);
  return [
    {
      key: "day",
      title: t("day"),
      order: "HAPPENS_AT",
      width: 120,
      render: ({ happensAt }) => <DateText value={happensAt} />,
      file: "happensAt",
    },
    {
      key: "kind",
      title: t("kind"),
      order: "KIND",
      width: 120,
      saidBy: ({ filters: { kind } }) => kind !== undefined && kind !== "ENDS",
      render: ({ kind }) => <Light tone={tones[kind]}>{t(`words:comingKind.${kind}`)}</Light>,
      file: { path: "kind", words: t("words:comingKind", { returnObjects: true }) },
    },
    {
      key: "unit",
      title: t("unit"),
      width: 160,
      render: ({ unit }) => unit?.name ?? <span className="absent">—</span>,
      file: "unit.name",
    },
    {
      key: "grid",
      title: t("grid"),
      width: 200,
      render: ({ grid, kind, happensAt }) =>
        grid ? (
          <Link to="/grids" search={{ open: grid.id, at: beginnings.has(kind) ? dayText(happensAt) : undefined }}>
            {grid.name}
          </Link>
        ) : (
          <span className="absent">—</span>
        ),
      file: "grid.name",
    },
    {
      key: "duty",
      title: t("duty"),
      width: 110,
      saidBy: "duty",
      render: ({ duty }) => (duty ? t(`words:duty.${duty}`) : <span className="absent">—</span>),
      file: { path: "duty", words: t("words:duty", { returnObjects: true }) },
    },
    {
      key: "member",
      title: t("member"),
      render: ({ member }) =>
        member ? (
          <Link to="/members" search={{ open: member.id }}>
            <PersonName {...member} />
          </Link>
        ) : (
          <span className="absent">—</span>
        ),
      file: personAt("member"),
    },
  ];
}
