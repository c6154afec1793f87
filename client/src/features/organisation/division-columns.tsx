import type { DivisionOrder, DivisionRowFragment } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { OpenLight } from "./open-light.tsx";
import { divisionsRoute } from "./routes.tsx";

export function useDivisionColumns(): Column<DivisionRowFragment, DivisionOrder>[] {
  const { t } = useTranslation(["organisation", "words"]);
  return [
    {
      key: "code",
      title: t("division.code"),
      order: "CODE",
      width: 160,
      render: ({ code }) => <span className="numeric">{code}</span>,
      file: "code",
    },
    {
      key: "name",
      names: "all of it",
      title: t("unit.name"),
      order: "NAME",
      width: 240,
      render: ({ name }) => name,
      file: "name",
    },
    {
      key: "kind",
      saidBy: "kind",
      title: t("division.kind"),
      width: 120,
      render: ({ kind }) => t(`words:divisionKind.${kind}`),
      file: { path: "kind", words: t("words:divisionKind", { returnObjects: true }) },
    },
    {
      key: "parent",
      saidBy: "within",
      title: t("unit.parent"),
      width: 180,
      render: ({ parent }) => <ParentLink parent={parent} />,
      file: "parent.name",
    },
    {
      key: "state",
      order: "CLOSED",
      title: t("unit.state"),
      render: (division) => <OpenLight closedOn={division.closedOn} />,
      file: [{ path: "closedOn", words: { "": t("state.open"), "*": t("state.closed", { day: "{}" }) } }],
    },
  ];
}

function ParentLink({ parent }: { parent: DivisionRowFragment["parent"] }) {
  if (!parent) return null;
  return (
    <Link to={divisionsRoute.to} search={{ within: parent.code }}>
      {parent.name}
    </Link>
  );
}
