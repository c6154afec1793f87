import type { MatterOrder, MattersQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";

type Matter = MattersQuery["matters"]["nodes"][number];

const tones = { OPEN: "soon", SETTLED: "good", NOT_SETTLED: "bad", MERGED: "quiet" } as const;

export function useMatterColumns(): Column<Matter, MatterOrder>[] {
  const { t } = useTranslation(["work", "words"]);
  return [
    {
      key: "happened",
      title: t("matter.happenedAt"),
      order: "HAPPENED",
      width: 150,
      render: ({ happenedAt }) => <DateText value={happenedAt} minutes />,
    },
    {
      key: "title",
      title: t("matter.one"),
      order: "NUMBER",
      width: 260,
      render: ({ title, number }) => (
        <span className="matters-title">
          <span>{title}</span>
          <span className="note numeric">{number}</span>
        </span>
      ),
    },
    {
      key: "category",
      title: t("matter.category"),
      width: 180,
      render: ({ kind, category }) => `${t(`words:matterKind.${kind}`)} · ${category.name}`,
    },
    { key: "place", title: t("matter.place"), width: 200, render: ({ grid, address }) => grid?.name ?? address },
    {
      key: "receiver",
      title: t("matter.firstReceiver"),
      width: 170,
      render: ({ firstReceiver }) => (firstReceiver ? <PersonName {...firstReceiver} /> : "—"),
    },
    {
      key: "state",
      title: t("matter.outcome"),
      render: ({ state, method }) => (
        <>
          <Light tone={tones[state]}>{t(`matter.state.${state}`)}</Light>{" "}
          {method ? <Light tone="quiet">{t(`matter.methods.${method}`)}</Light> : null}
        </>
      ),
    },
  ];
}
