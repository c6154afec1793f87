import type { RequestKind } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import type { WorkItem } from "./deeds.ts";
import { undecidedOf } from "./undecided.ts";

/** What was asked for and why, over the form that decides it. */
export function AskedNote({ item, kind }: { item: WorkItem; kind: RequestKind }) {
  const { t } = useTranslation("work");
  const asked = undecidedOf(item, kind);
  if (!asked) return null;
  const at = minuteText(asked.askedAt);
  const words = {
    EXTENSION: () => t("explain.asked", { count: asked.asked ?? 0 }),
    SUSPENSION: () => t("suspension.asked", { at }),
    RETURN: () => t("returnAsked", { at }),
  };
  return (
    <p className="note">
      {words[kind]()} {asked.reason}
      {asked.since ? ` ${t("suspension.wantedFrom", { at: minuteText(asked.since) })}` : null}
    </p>
  );
}
