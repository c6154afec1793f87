import type { MemberLineFragment, MemberOrder } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { StandIn } from "./stand-in.tsx";
import { StatusLight } from "./status-light.tsx";

export const usualColumns = ["name", "badge", "kind", "unit", "status", "phone", "seats", "grids", "households"];

export function useMemberColumns(): Column<MemberLineFragment, MemberOrder>[] {
  const { t } = useTranslation(["members", "words"]);
  return [
    { key: "name", title: t("name"), order: "NAME", render: ({ name }) => name },
    {
      key: "badge",
      title: t("badge"),
      order: "BADGE",
      render: ({ badge }) => <span className="numeric">{badge}</span>,
    },
    { key: "kind", title: t("kind"), order: "KIND", render: ({ kind }) => t(`words:memberKind.${kind}`) },
    { key: "unit", title: t("unit"), order: "UNIT", render: ({ unit }) => unit?.name ?? t("outOfSight") },
    {
      key: "status",
      title: t("status"),
      render: (member) => (
        <>
          <StatusLight member={member} />
          {member.currentAbsence ? <StandIn person={member.currentAbsence.standIn} /> : null}
        </>
      ),
    },
    { key: "phone", title: t("phone"), render: ({ phone }) => <span className="numeric">{phone ?? "—"}</span> },
    { key: "seats", title: t("load.seats"), numeric: true, render: ({ load }) => countText(load.seats) },
    { key: "grids", title: t("load.grids"), numeric: true, render: ({ load }) => countText(load.grids) },
    { key: "households", title: t("load.households"), numeric: true, render: ({ load }) => countText(load.households) },
    { key: "population", title: t("load.population"), numeric: true, render: ({ load }) => countText(load.population) },
    { key: "joinedOn", title: t("joinedOn"), render: ({ joinedOn }) => <DateText value={joinedOn} /> },
  ];
}
