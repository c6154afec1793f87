import type { AuditRowFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { differencesOf } from "../../lib/differences.ts";
import { useChangeWords } from "../../ui/change-words.ts";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { useActionChoices, useTypeChoices } from "./filter-choices.ts";
import { isId } from "../../ui/node-name.tsx";

export function useAuditColumns(): Column<AuditRowFragment>[] {
  const { t } = useTranslation(["audit", "history"]);
  const { actionOf, entityOf } = useChangeWords();
  const actions = useActionChoices();
  const types = useTypeChoices();
  const fields = t("history:field", { returnObjects: true }) as Record<string, string>;
  return [
    {
      key: "sequence",
      title: t("sequence"),
      width: 80,
      numeric: true,
      render: ({ sequence }) => sequence,
      file: "sequence",
    },
    { key: "at", title: t("at"), width: 150, render: ({ at }) => <DateText value={at} minutes />, file: "at" },
    { key: "actor", title: t("actor"), width: 180, render: ({ actorName }) => actorName, file: "actorName" },
    {
      key: "action",
      // It says how the action begins.
      saidBy: ({ filters: { action } }) =>
        typeof action === "string" && actions.filter(({ value }) => value.startsWith(action)).length === 1,
      title: t("action"),
      width: 150,
      render: ({ action }) => actionOf(action),
      file: { path: "action", words: wordsOf(actions) },
    },
    {
      key: "entity",
      saidBy: "type",
      title: t("entity"),
      width: 110,
      render: ({ entityType }) => entityOf(entityType),
      file: { path: "entityType", words: wordsOf(types) },
    },
    {
      key: "changed",
      title: t("changed"),
      render: (entry) => <Changed entry={entry} />,
      file: [{ path: "before", words: fields }, { path: "after", words: fields }, "reason"],
    },
  ];
}

const wordsOf = (choices: readonly { value: string; label: string }[]) =>
  Object.fromEntries(choices.map(({ value, label }) => [value, label]));

const shownFields = 3;

/** The first few fields in a line; ids have their names in the drawer. */
function Changed({ entry: { action, before, after, reason } }: { entry: AuditRowFragment }) {
  const { t } = useTranslation("shell");
  const { fieldOf, valueOf } = useChangeWords();
  const differences = differencesOf(before, after).filter((each) => !isId(each.before ?? each.after));
  const words = differences.slice(0, shownFields).map((each) => {
    const became = valueOf(action, each.field, each.after);
    const was = valueOf(action, each.field, each.before);
    return `${fieldOf(action, each.field)} ${before && after ? `${was} → ${became}` : after ? became : was}`;
  });
  // An absence's reason is a field of its own, and told as one.
  const why = reason && !differences.some((each) => each.after === reason) ? [reason] : [];
  const text = [...words, ...(differences.length > shownFields ? ["…"] : []), ...why].join(t("mark.clause"));
  return (
    <span className="audit-changed" title={text}>
      {text}
    </span>
  );
}
