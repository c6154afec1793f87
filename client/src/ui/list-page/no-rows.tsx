import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyNote } from "../empty-note.tsx";
import type { Creation } from "./creations.tsx";

export interface Emptiness {
  /** That there is nothing; or, where that is not said apart, nothing that fits. */
  none: string;
  /** What to do about it. */
  hint?: ReactNode;
  /** That nothing fits the filters. */
  filtered?: string;
}

interface NoRowsProps {
  empty: Emptiness;
  isFiltered: boolean;
  onClear: () => void;
  creation: Creation | undefined;
  onCreate: () => void;
}

/** In place of rows: where filters hide them, a way to be rid of those; where there are none yet, the ways to have some. */
export function NoRows({ empty: { none, hint, filtered }, isFiltered, onClear, creation, onCreate }: NoRowsProps) {
  const { t } = useTranslation("shell");
  if (!filtered) return <EmptyNote title={none}>{hint}</EmptyNote>;
  if (isFiltered)
    return (
      <EmptyNote title={filtered}>
        <Button size="small" onClick={onClear}>
          {t("filters.clear")}
        </Button>
      </EmptyNote>
    );
  return (
    <EmptyNote title={none}>
      {hint}{" "}
      {creation ? (
        <Button size="small" onClick={onCreate}>
          {creation.text}
        </Button>
      ) : null}
    </EmptyNote>
  );
}
