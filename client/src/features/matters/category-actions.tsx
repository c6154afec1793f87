import { type MatterCategoryFieldsFragment, RetireMatterCategoryDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { SetCategoryDialog } from "./set-category-dialog.tsx";

export function CategoryActions({ category }: { category: MatterCategoryFieldsFragment }) {
  const { t } = useTranslation("matter-categories");
  const [isSetting, setSetting] = useState(false);
  const retire = useRetire(category);
  return (
    <div className="row-actions">
      {may(category, "SET_MATTER_CATEGORY") ? (
        <Button onClick={() => setSetting(true)}>{t("category.set")}</Button>
      ) : null}
      {may(category, "RETIRE_MATTER_CATEGORY") ? (
        <Button danger onClick={() => void retire()}>
          {t("category.retire")}
        </Button>
      ) : null}
      <SetCategoryDialog category={category} open={isSetting} onClose={() => setSetting(false)} />
    </div>
  );
}

function useRetire({ id, name, version }: MatterCategoryFieldsFragment) {
  const { t } = useTranslation("matter-categories");
  const confirmed = useConfirmed();
  const [retireMatterCategory] = useCommand(RetireMatterCategoryDocument);
  return async () => {
    const question = {
      title: t("category.retireTitle", { name }),
      content: t("category.retireNote"),
      okText: t("category.retire"),
      danger: true,
    };
    await confirmed(question, () => retireMatterCategory({ id, expectedVersion: version }));
  };
}
