import type { MatterOrder, MattersQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { type Column, personAt } from "../../ui/table-columns.ts";
import { DateText } from "../../ui/date-text.tsx";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import type { Tone } from "../../ui/tones.ts";

type Matter = MattersQuery["matters"]["nodes"][number];

export const usualColumns = ["number", "title", "category", "state", "happened", "place", "receiver", "ended"];

const tones = { OPEN: "soon", SETTLED: "good", NOT_SETTLED: "quiet", MERGED: "quiet" } as const satisfies Record<
  Matter["state"],
  Tone
>;

export function useMatterColumns(): Column<Matter, Exclude<MatterOrder, "NEWEST">>[] {
  const { t } = useTranslation(["ledgers", "work", "words"]);
  return [
    { key: "number", title: t("number"), order: "NUMBER", width: 170, render: ({ number }) => number, file: "number" },
    { key: "title", names: "all of it", title: t("matter"), width: 280, render: ({ title }) => title, file: "title" },
    {
      key: "category",
      // Several codes are told one after another.
      saidBy: ({ filters: { category } }) => typeof category === "string" && !category.includes(","),
      title: t("category"),
      width: 150,
      render: ({ kind, category }) => `${t(`words:matterKind.${kind}`)} · ${category.name}`,
      file: [{ path: "kind", words: t("words:matterKind", { returnObjects: true }) }, "category.name"],
    },
    {
      key: "state",
      // What is settled says by which method, too.
      saidBy: ({ filters: { state } }) => state !== undefined && state !== "SETTLED",
      order: "STATE",
      title: t("state"),
      width: 100,
      render: ({ state, method }) => (
        <>
          <Light tone={tones[state]}>{t(`work:matter.state.${state}`)}</Light>{" "}
          {method ? <Light tone="quiet">{t(`work:matter.methods.${method}`)}</Light> : null}
        </>
      ),
      file: [
        { path: "state", words: t("work:matter.state", { returnObjects: true }) },
        { path: "method", words: t("work:matter.methods", { returnObjects: true }) },
      ],
    },
    {
      key: "happened",
      title: t("happened"),
      order: "HAPPENED",
      width: 120,
      render: ({ happenedAt }) => <DateText value={happenedAt} />,
      file: "happenedAt",
    },
    {
      key: "place",
      title: t("place"),
      width: 200,
      render: ({ grid, address }) => [grid?.name, address].filter(Boolean).join(" · ") || "—",
      file: ["grid.name", "address"],
    },
    {
      key: "receiver",
      title: t("work:matter.firstReceiver"),
      width: 150,
      render: ({ firstReceiver }) => (firstReceiver ? <PersonName {...firstReceiver} /> : "—"),
      file: personAt("firstReceiver"),
    },
    {
      key: "ended",
      saidBy: ({ filters }) => filters["state"] === "OPEN",
      title: t("ended"),
      width: 120,
      render: ({ endedAt }) => <DateText value={endedAt} />,
      file: "endedAt",
    },
    {
      key: "station",
      saidBy: ({ isOneStation }) => isOneStation,
      title: t("work:station"),
      width: 140,
      render: ({ station }) => station?.name,
      file: "station.name",
    },
  ];
}
