import type { MatterCategoryFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";

export function CategoryLight({ category: { endsAt } }: { category: Pick<MatterCategoryFieldsFragment, "endsAt"> }) {
  const { t } = useTranslation("matter-categories");
  return endsAt === null ? (
    <Light tone="good">{t("category.inForce")}</Light>
  ) : (
    <Light tone="quiet">{t("category.over")}</Light>
  );
}
