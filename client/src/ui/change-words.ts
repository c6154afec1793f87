import { useTranslation } from "react-i18next";
import { browserOf } from "../lib/browser-of.ts";
import { isDay, momentText } from "../lib/dates.ts";
import { toldFields } from "../lib/differences.ts";

const kindsOf: Record<string, string> = {
  unit: "unitKind",
  station: "unitKind",
  grid: "gridKind",
  member: "memberKind",
  division: "divisionKind",
  import: "importKind",
  matter: "matterKind",
  matterCategory: "matterKind",
};

const groups: Record<string, string> = {
  role: "role",
  duty: "duty",
  complexity: "complexity",
  gridKind: "gridKind",
  unitKind: "unitKind",
  serves: "sixRole",
  onClosedDay: "closedDayRule",
  memberKinds: "memberKind",
  template: "stationTemplate",
  scope: "tokenScope",
  source: "work:matter.from",
  urgency: "work:urgency",
  outcome: "work:matter.state",
};

/** What a field of these is called, where one of the same name is another thing elsewhere. */
const namesOf: Record<string, Record<string, string>> = {
  calendar: { number: "revision" },
  checklist: { number: "revision" },
  recheck: { number: "drawNumber" },
};

const isInstant = (value: string) => /^\d{4}-\d{2}-\d{2}T/.test(value);

/** The words for what the audit log holds; what has no words yet stands as it is. */
export function useChangeWords() {
  const { t, i18n } = useTranslation(["history", "shell", "words"]);
  const wordOf = (key: string, value: string) => (i18n.exists(key) ? t(key as "history:title") : value);

  function valueOf(action: string, field: string, value: unknown): string {
    if (value === null || value === undefined || value === "") return "—";
    if (Array.isArray(value))
      return value.map((each) => valueOf(action, field, each)).join(t("shell:mark.list")) || "—";
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "object") return wordsOfRow(action, value as Record<string, unknown>);
    const text = String(value);
    if (isInstant(text)) return momentText(text);
    if (field === "userAgent") return browserOf(text);
    const group = field === "kind" ? kindsOf[action.split(".")[0] ?? ""] : groups[field];
    return group && !isDay(text) ? wordOf(`${group.includes(":") ? "" : "words:"}${group}.${text}`, text) : text;
  }

  const wordsOfRow = (action: string, row: Record<string, unknown>) =>
    toldFields(Object.keys(row))
      .map((field) => valueOf(action, field, row[field]))
      .join(" · ");

  return {
    actionOf: (action: string) => wordOf(`history:action.${action}`, action),
    entityOf: (type: string) => wordOf(`history:entity.${type}`, type),
    fieldOf: (action: string, field: string) =>
      wordOf(`history:field.${namesOf[action.split(".")[0] ?? ""]?.[field] ?? field}`, field),
    valueOf,
  };
}
