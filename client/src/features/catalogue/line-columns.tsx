import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import type { Line, Standing } from "./line.ts";
import { LineText } from "./line-text.tsx";
import { StandingLight } from "./standing-light.tsx";
import { useLineWords } from "./use-line-words.ts";

export type StandingLine = Line & { standing: Standing };

export function useLineColumns(): Column<StandingLine>[] {
  const { t } = useTranslation(["duty-catalogue", "words"]);
  const { ownerWords } = useLineWords();
  const narrow = useNarrow();
  return [
    {
      key: "owner",
      title: t("owner"),
      width: 180,
      render: ownerWords,
      file: [
        { path: "duty", words: t("words:duty", { returnObjects: true }) },
        { path: "unitKind", words: t("words:unitKind", { returnObjects: true }) },
        { path: "gridKind", words: t("words:gridKind", { returnObjects: true }) },
      ],
    },
    {
      key: "line",
      names: "all of it",
      title: t("line"),
      width: 380,
      render: (line) => <LineText line={line} standing={narrow ? line.standing : undefined} />,
      file: ["code", "title", "text"],
    },
    {
      key: "serves",
      title: t("serves"),
      width: 160,
      render: ({ serves }) => (serves ? t(`words:sixRole.${serves}`) : null),
      file: { path: "serves", words: t("words:sixRole", { returnObjects: true }) },
    },
    {
      key: "standing",
      title: t("whose"),
      width: 120,
      render: ({ standing }) => <StandingLight standing={standing} />,
      file: [
        { path: "isOfBureau", words: { true: t("standing.BUREAU"), false: t("standing.OWN") } },
        { path: "isSetAside", words: { true: t("standing.SET_ASIDE"), false: "" } },
      ],
    },
    {
      key: "revision",
      title: t("revision"),
      render: ({ revision }) => t("revisionNumber", { number: revision }),
      file: "revision",
    },
  ];
}
