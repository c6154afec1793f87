import { MatterCategoryRevisionsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { seek, tick } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { matterKinds } from "../../ui/work/work-glossary.ts";
import { isFound, keyOf, lastRevisions } from "./category.ts";
import { useCategoryColumns } from "./category-columns.tsx";
import { matterCategoriesRoute } from "./routes.tsx";

const CategoryDrawer = lazily(() => import("./category-drawer.tsx"), "CategoryDrawer");
const SetCategoryDialog = lazily(() => import("./set-category-dialog.tsx"), "SetCategoryDialog");
const CategoryPresetDialog = lazily(() => import("./category-preset-dialog.tsx"), "CategoryPresetDialog");

export function CategoriesPage() {
  const { t } = useTranslation(["matter-categories", "words"]);
  const search = matterCategoriesRoute.useSearch();
  const mayManage = may(useViewer().bureau, "MANAGE_MATTER_CATEGORIES");
  const { data, ...read } = useRead(MatterCategoryRevisionsDocument, {});
  const rows =
    data &&
    lastRevisions(data.matterCategories)
      .filter(({ endsAt }) => search.retired || endsAt === null)
      .filter(({ kind }) => !search.kind || kind === search.kind)
      .filter((category) => !search.q || isFound(category, search.q));
  return (
    <ListPage
      page="matterCategories"
      note={t("category.note")}
      search={search}
      list={{
        ...read,
        rows,
        asked: { document: MatterCategoryRevisionsDocument, variables: {}, ids: rows?.map(({ id }) => id) },
      }}
      columns={useCategoryColumns()}
      filters={{
        q: seek(t("category.search")),
        kind: choice(
          t("category.kind"),
          matterKinds.map((value) => ({ value, label: t(`words:matterKind.${value}`) })),
          { width: 140 },
        ),
        retired: tick(t("category.withRetired")),
      }}
      empty={{ none: t("category.none"), hint: t("category.noneHint"), filtered: t("category.filtered") }}
      creations={[
        {
          text: t("category.preset.apply"),
          may: mayManage,
          renderDialog: (dialog) => <CategoryPresetDialog {...dialog} />,
        },
        {
          text: t("category.create"),
          may: mayManage,
          renderDialog: (dialog) => <SetCategoryDialog {...dialog} kind={search.kind} />,
        },
      ]}
      keyOf={keyOf}
      renderDrawer={({ id, onClose }) => <CategoryDrawer open={id} onClose={onClose} />}
    />
  );
}
