import { MatterCategoriesDocument, type MatterCategoriesQuery, type MatterKind } from "@maple-bridge/schema/documents";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { matterKinds } from "./work-glossary.ts";

type Category = MatterCategoriesQuery["matterCategories"][number];

export const useCategories = () => useRead(MatterCategoriesDocument, {}).data?.matterCategories;

interface CategorySelectProps {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Of this kind alone. */
  kind?: MatterKind;
  /** What was chosen when it was in force. */
  named?: { id: string; name: string };
}

/** What a matter is, under its kind; sought by a part of the name or of the class. */
export function CategorySelect({ kind: only, named, ...props }: CategorySelectProps) {
  const { t } = useTranslation(["work", "words"]);
  const categories = useCategories();
  const past = named && !categories?.some(({ id }) => id === named.id) ? [named] : [];
  return (
    <Select
      {...props}
      loading={!categories}
      showSearch={{ optionFilterProp: "sought" }}
      placeholder={t("register.category")}
      notFoundContent={t("register.noCategory")}
      options={[
        ...past.map(optionOf),
        ...matterKinds
          .filter((kind) => kind === (only ?? kind))
          .map((kind) => ({
            label: t(`words:matterKind.${kind}`),
            options: categories?.filter((category) => category.kind === kind).map(optionOf) ?? [],
          })),
      ]}
    />
  );
}

const optionOf = ({ id, name, intakeClass }: Pick<Category, "id" | "name"> & Partial<Category>) => ({
  value: id,
  label: name,
  sought: `${name} ${intakeClass ?? ""}`,
});
