import { MatterChoicesDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { FoundSelect } from "../found-select.tsx";
import type { PickerProps } from "./picker.ts";

/** Finds an open matter by a part of its number or title. */
export function MatterSelect({ id, value, onChange, exceptId }: PickerProps & { exceptId: string }) {
  const { t } = useTranslation("work");
  const sought = useSought();
  const read = useRead(MatterChoicesDocument, { search: sought.text });
  const page = read.data?.matters;
  return (
    <FoundSelect
      id={id}
      value={value}
      onChange={(chosen) => onChange?.(chosen, page?.nodes.find((matter) => matter.id === chosen)?.title)}
      sought={sought}
      read={read}
      found={page?.nodes
        .filter((matter) => matter.id !== exceptId)
        .map((matter) => ({
          value: matter.id,
          label: (
            <>
              {matter.title} <span className="note numeric">{matter.number}</span>{" "}
              <span className="note">{matter.grid?.name}</span>
            </>
          ),
        }))}
      more={page && page.totalCount - page.nodes.length}
      none={t("pick.noMatter")}
      placeholder={t("pick.matter")}
      autoFocus
    />
  );
}
