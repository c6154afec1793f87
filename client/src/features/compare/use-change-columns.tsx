import type { DayChangeOrder, DayChangesQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { DateText } from "../../ui/date-text.tsx";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { type Column, personAt } from "../../ui/table-columns.ts";
import { changeKinds } from "./routes.tsx";

type Change = DayChangesQuery["dayChanges"]["nodes"][number];

const tones = { CAME: "good", LEFT: "soon", GAP_OPENED: "bad", GAP_CLOSED: "good" } as const;
const causes = ["GRID_OPENED", "GRID_CLOSED", "GRID_MOVED", "STANDARD"] as const;

/** A grid opens on the day on which the row's seat stands so: what is gone, on the earlier one. */
export function useChangeColumns({ from, to }: { from: string; to: string }): Column<Change, DayChangeOrder>[] {
  const { t } = useTranslation(["compare", "words"]);
  const kinds = Object.fromEntries(changeKinds.map((kind) => [kind, t(`kind.${kind}`)]));
  const why = Object.fromEntries(causes.map((cause) => [cause, t(`cause.${cause}`)]));
  const dayOf = ({ kind, cause }: Change) => {
    const day = kind === "LEFT" || (kind === "GAP_CLOSED" && cause === "GRID_CLOSED") ? from : to;
    return day === today() ? undefined : day;
  };
  return [
    {
      key: "kind",
      title: t("kindOf"),
      width: 110,
      saidBy: "kind",
      render: ({ kind }) => <Light tone={tones[kind]}>{t(`kind.${kind}`)}</Light>,
      file: { path: "kind", words: kinds },
    },
    {
      key: "station",
      title: t("station"),
      order: "STATION",
      width: 150,
      saidBy: "station",
      render: ({ station }) => station.name,
      file: "station.name",
    },
    {
      key: "grid",
      title: t("grid"),
      order: "GRID",
      width: 200,
      render: (change) =>
        change.grid ? (
          <Link to="/grids" search={{ open: change.grid.id, at: dayOf(change) }}>
            {change.grid.name}
          </Link>
        ) : (
          <span className="absent">{t("unseen")}</span>
        ),
      file: "grid.name",
    },
    {
      key: "duty",
      title: t("duty"),
      width: 110,
      saidBy: "duty",
      render: ({ duty }) => t(`words:duty.${duty}`),
      file: { path: "duty", words: t("words:duty", { returnObjects: true }) },
    },
    {
      key: "member",
      title: t("member"),
      width: 160,
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
    {
      key: "changedAt",
      title: t("changedAt"),
      width: 120,
      render: ({ changedAt }) => <DateText value={changedAt} />,
      file: "changedAt",
    },
    {
      key: "cause",
      title: t("why"),
      render: ({ cause }) => (cause ? t(`cause.${cause}`) : null),
      file: { path: "cause", words: why },
    },
  ];
}
