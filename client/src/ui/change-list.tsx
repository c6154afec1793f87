import type { ChangeFieldsFragment } from "@maple-bridge/schema/documents";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useChangeWords } from "./change-words.ts";
import { DateText } from "./date-text.tsx";
import { Differences } from "./differences.tsx";
import { Section } from "./section.tsx";
import "./changes.css";

interface ChangeListProps {
  changes: readonly ChangeFieldsFragment[];
  most?: number;
  /** What may be done with a change still: undo it. */
  renderDeed?: (change: ChangeFieldsFragment) => ReactNode;
}

/** The history of one thing, newest first: when, who, what, and each field as it was and became. */
export function ChangeList({ changes, most = 20, renderDeed }: ChangeListProps) {
  const { t } = useTranslation("history");
  return (
    <Section title={t("title")}>
      {changes.length === 0 ? <p className="note">{t("none")}</p> : null}
      <ol className="changes">
        {changes.slice(0, most).map((change) => (
          <ChangeItem key={change.id} change={change} deed={renderDeed?.(change)} />
        ))}
      </ol>
      {changes.length > most ? <p className="note">{t("more", { count: changes.length - most })}</p> : null}
    </Section>
  );
}

function ChangeItem({ change, deed }: { change: ChangeFieldsFragment; deed: ReactNode }) {
  const { t } = useTranslation("history");
  const { actionOf } = useChangeWords();
  return (
    <li>
      <div className="changes-what">
        <strong>{actionOf(change.action)}</strong>
        <span className="note">
          {change.actorName} · <DateText value={change.at} minutes />
        </span>
        {deed}
      </div>
      {change.reason ? <div>{t("reason", { reason: change.reason })}</div> : null}
      {change.before || change.after ? (
        <Differences action={change.action} before={change.before} after={change.after} />
      ) : null}
    </li>
  );
}
