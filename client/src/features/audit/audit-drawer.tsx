import { AuditEntryDetailsDocument, type AuditEntryDetailsQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useChangeWords } from "../../ui/change-words.ts";
import { DateText } from "../../ui/date-text.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { Details } from "../../ui/details.tsx";
import { Differences } from "../../ui/differences.tsx";
import { NodeName } from "../../ui/node-name.tsx";
import { Section } from "../../ui/section.tsx";
import { auditRoute } from "./routes.tsx";

type Entry = Extract<NonNullable<AuditEntryDetailsQuery["node"]>, { sequence: number }>;

export function AuditDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("audit");
  return (
    <DetailsDrawer
      open={id}
      onClose={onClose}
      read={useRead(AuditEntryDetailsDocument, { id: id ?? "" }, id === undefined)}
      find={entryOf}
      renderTitle={({ sequence }) => t("number", { sequence })}
      one={t("entry")}
      gone={t("gone")}
    >
      {(entry) => <EntryFacts entry={entry} />}
    </DetailsDrawer>
  );
}

const entryOf = ({ node }: AuditEntryDetailsQuery): Entry | undefined =>
  node && "sequence" in node ? node : undefined;

function EntryFacts({ entry }: { entry: Entry }) {
  const { t } = useTranslation(["audit", "auditing", "shell"]);
  const { actionOf, entityOf } = useChangeWords();
  const subject = (
    <>
      {entityOf(entry.entityType)} <NodeName id={entry.entityId} />{" "}
      <Link className="audit-all" to={auditRoute.to} search={{ entity: entry.entityId }}>
        {t("allOfIt")}
      </Link>
    </>
  );
  const odd = entry.oddities.map((kind) => t(`auditing:odd.why.${kind}`)).join(t("shell:mark.clause"));
  return (
    <>
      <Details
        items={[
          { label: t("action"), value: actionOf(entry.action) },
          { label: t("entity"), value: subject },
          { label: t("actor"), value: entry.actorName },
          { label: t("at"), value: <DateText value={entry.at} minutes /> },
          ...(entry.reason ? [{ label: t("reason"), value: entry.reason }] : []),
          ...(entry.oddities.length > 0 ? [{ label: t("auditing:odd.label"), value: odd }] : []),
        ]}
      />
      <Section title={t("changed")}>
        <Differences action={entry.action} before={entry.before} after={entry.after} />
      </Section>
      <Section title={t("proof")}>
        <dl className="audit-proof">
          <dt>{t("hash")}</dt>
          <dd>{entry.hash}</dd>
          <dt>{t("previousHash")}</dt>
          <dd>{entry.previousHash}</dd>
          <dt>{t("requestId")}</dt>
          <dd>{entry.requestId}</dd>
        </dl>
      </Section>
    </>
  );
}
