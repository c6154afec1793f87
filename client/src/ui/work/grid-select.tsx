import { WorkGridChoicesDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { FoundSelect } from "../found-select.tsx";
import type { PickerProps } from "./picker.ts";

const shown = 20;

/** Finds an open grid by code, name or pinyin initials. */
export function GridSelect({ id, value, onChange, named, autoFocus }: PickerProps & { autoFocus?: boolean }) {
  const { t } = useTranslation("work");
  const sought = useSought();
  const read = useRead(WorkGridChoicesDocument, { filter: { search: sought.text, open: true }, first: shown });
  const page = read.data?.grids;
  return (
    <FoundSelect
      id={id}
      value={value}
      onChange={(chosen) => onChange?.(chosen, page?.nodes.find((grid) => grid.id === chosen)?.name)}
      sought={sought}
      read={read}
      found={page?.nodes.map((grid) => ({
        value: grid.id,
        label: (
          <>
            {grid.name} <span className="note numeric">{grid.code}</span>{" "}
            <span className="note">{grid.station?.name}</span>
          </>
        ),
      }))}
      more={page && page.totalCount - page.nodes.length}
      none={t("pick.noGrid")}
      named={named}
      autoFocus={autoFocus}
      placeholder={t("pick.grid")}
    />
  );
}
