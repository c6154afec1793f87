import type { MemberLineFragment, MemberOrder } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { type Column, personAt } from "../../ui/table-columns.ts";
import { PhoneText } from "../../ui/phone-text.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { StandIn } from "./stand-in.tsx";
import { StatusLight } from "./status-light.tsx";

export const usualColumns = ["name", "badge", "kind", "unit", "status", "phone", "seats", "grids", "households"];

export function useMemberColumns(): Column<MemberLineFragment, MemberOrder>[] {
  const { t } = useTranslation(["members", "words"]);
  return [
    { key: "name", title: t("name"), order: "NAME", render: ({ name }) => name, file: "name" },
    {
      key: "badge",
      title: t("badge"),
      order: "BADGE",
      render: ({ badge }) => <span className="numeric">{badge}</span>,
      file: "badge",
    },
    {
      key: "kind",
      title: t("kind"),
      order: "KIND",
      saidBy: "kind",
      render: ({ kind }) => t(`words:memberKind.${kind}`),
      file: { path: "kind", words: t("words:memberKind", { returnObjects: true }) },
    },
    {
      key: "unit",
      saidBy: ({ isOneUnit }) => isOneUnit,
      title: t("unit"),
      order: "UNIT",
      render: ({ unit }) => unit?.name ?? t("outOfSight"),
      file: { path: "unit.name", words: { "": t("outOfSight") } },
    },
    {
      key: "status",
      order: "STATUS",
      title: t("status"),
      render: (member) => (
        <>
          <StatusLight member={member} />
          {member.currentAbsence ? <StandIn person={member.currentAbsence.standIn} /> : null}
        </>
      ),
      file: [
        { path: "status", words: t("words:memberStatus", { returnObjects: true }) },
        personAt("currentAbsence.standIn"),
      ],
    },
    {
      key: "phone",
      title: t("phone"),
      render: (member) => <PhoneText member={member} />,
      file: "phone",
    },
    {
      key: "seats",
      order: "LOAD",
      title: t("load.seats"),
      numeric: true,
      render: ({ load }) => countText(load.seats),
      file: "load.seats",
    },
    {
      key: "grids",
      order: "GRIDS",
      title: t("load.grids"),
      numeric: true,
      render: ({ load }) => countText(load.grids),
      file: "load.grids",
    },
    {
      key: "households",
      order: "HOUSEHOLDS",
      title: t("load.households"),
      numeric: true,
      render: ({ load }) => countText(load.households),
      file: "load.households",
    },
    {
      key: "population",
      order: "POPULATION",
      title: t("load.population"),
      numeric: true,
      render: ({ load }) => countText(load.population),
      file: "load.population",
    },
    {
      key: "joinedOn",
      title: t("joinedOn"),
      render: ({ joinedOn }) => <DateText value={joinedOn} />,
      file: "joinedOn",
    },
  ];
}
