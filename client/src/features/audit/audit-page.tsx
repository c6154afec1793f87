import { AuditEntriesDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay } from "../../lib/dates.ts";
import { pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AuditDrawer } from "./audit-drawer.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { ChainCheck } from "./chain-check.tsx";
import { type AuditSearch, auditRoute } from "./routes.tsx";
import { useAuditColumns } from "./audit-columns.tsx";
import "./audit.css";

export function AuditPage() {
  const { t } = useTranslation(["audit", "shell"]);
  const search = auditRoute.useSearch();
  const { patch, open, close } = usePatch<AuditSearch>();
  const columns = useAuditColumns();
  const { data, problem, retry, refreshing } = useRead(AuditEntriesDocument, {
    ...pageOf(search),
    filter: filterOf(search),
  });
  const page = data?.auditEntries;
  return (
    <>
      <PageHeader title={t("shell:page.audit.title")} note={t("note")}>
        <ChainCheck />
      </PageHeader>
      <AuditFilters />
      <DataTable
        label={t("shell:page.audit.title")}
        columns={columns}
        rows={page?.nodes}
        problem={problem}
        onRetry={retry}
        refreshing={refreshing}
        empty={<EmptyNote title={t("none")}>{t("noneHint")}</EmptyNote>}
        page={page && { info: page.pageInfo, totalCount: page.totalCount, onPage: patch }}
        openId={search.open}
        onOpen={({ id }) => open({ open: id })}
      />
      <AuditDrawer id={search.open} onClose={() => close("open")} />
    </>
  );
}

/** The last day is a day one still sees; the server takes the instant before which. */
const filterOf = ({ action, actor, type, entity, from, to }: AuditSearch) => ({
  action,
  actor,
  entityType: type,
  entityId: entity,
  from: from && startOfDay(from),
  to: to && startOfDay(dayAfter(to, 1)),
});
