import { ImportsDocument } from "@maple-bridge/schema/documents";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { NewImport } from "./new-import.tsx";
import { type ImportSearch, importRoute } from "./routes.tsx";
import { useRunColumns } from "./use-run-columns.tsx";
import "./import.css";

const runsShown = 20;

/** Bring in a file, and see what came in before. */
export function ImportPage() {
  const { t } = useTranslation(["import", "shell"]);
  return (
    <>
      <PageHeader title={t("shell:page.import.title")} note={t("note")} />
      <Imports />
    </>
  );
}

function Imports() {
  const { t } = useTranslation("import");
  const search = importRoute.useSearch();
  const { patch } = usePatch<ImportSearch>();
  const navigate = useNavigate();
  const columns = useRunColumns();
  const { data, problem, retry, refreshing } = useRead(ImportsDocument, pageOf(search, runsShown));
  const page = data?.imports;
  const open = (id: string) => void navigate({ to: "/import/$id", params: { id } });
  return (
    <>
      <NewImport kind={search.kind ?? "GRIDS"} onKind={(kind) => patch({ kind })} onMade={open} />
      <Section title={t("runs.title")}>
        <DataTable
          label={t("runs.title")}
          columns={columns}
          rows={page?.nodes}
          problem={problem}
          onRetry={retry}
          refreshing={refreshing}
          empty={<EmptyNote title={t("runs.none")}>{t("runs.noneHint")}</EmptyNote>}
          page={page && { info: page.pageInfo, totalCount: page.totalCount, onPage: patch }}
          onOpen={({ id }) => open(id)}
        />
      </Section>
    </>
  );
}
