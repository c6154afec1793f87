import type { ImportLineFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";
import type { Tone } from "../../ui/tones.ts";

type Standing = Pick<ImportLineFragment, "status" | "errorCount" | "doneRows" | "totalRows">;

const tones = {
  UPLOADED: "accent",
  CHECKING: "accent",
  CHECKED: "accent",
  WRITING: "accent",
  WRITTEN: "good",
  FAILED: "bad",
  CANCELLED: "quiet",
  UNDONE: "quiet",
} as const satisfies Record<Standing["status"], Tone>;

/** How far an import has come. */
export function RunLight({ run: { status, errorCount, doneRows, totalRows } }: { run: Standing }) {
  const { t } = useTranslation("import");
  if (status === "CHECKED" && errorCount > 0)
    return <Light tone="soon">{t("light.wrong", { number: errorCount })}</Light>;
  return <Light tone={tones[status]}>{t(`light.${status}`, { done: doneRows, total: totalRows })}</Light>;
}
