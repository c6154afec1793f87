import type { MatterCategoryFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { CategoryLight } from "./category-light.tsx";

export function useCategoryColumns(): Column<MatterCategoryFieldsFragment>[] {
  const { t } = useTranslation(["matter-categories", "words"]);
  return [
    {
      key: "kind",
      saidBy: "kind",
      title: t("category.kind"),
      width: 130,
      render: ({ kind }) => t(`words:matterKind.${kind}`),
      file: { path: "kind", words: t("words:matterKind", { returnObjects: true }) },
    },
    {
      key: "code",
      title: t("category.code"),
      width: 240,
      render: ({ code }) => <span className="numeric">{code}</span>,
      file: "code",
    },
    {
      key: "name",
      names: "all of it",
      title: t("category.name"),
      width: 200,
      render: ({ name }) => name,
      file: "name",
    },
    {
      key: "intakeClass",
      title: t("category.intakeClass"),
      width: 160,
      render: ({ intakeClass }) => intakeClass,
      file: "intakeClass",
    },
    {
      key: "revision",
      title: t("category.revision"),
      width: 90,
      render: ({ revision }) => t("category.revisionNumber", { number: revision }),
      file: "revision",
    },
    {
      key: "state",
      title: t("category.state"),
      render: (category) => <CategoryLight category={category} />,
      file: { path: "endsAt", words: { "": t("category.inForce"), "*": t("category.over") } },
    },
  ];
}
