import { ImportErrorsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { runRoute, type RunSearch } from "./routes.tsx";

interface ErrorLine {
  id: string;
  row: number;
  column: string;
  value: string;
  message: string;
  params: unknown;
}

/** All that is wrong, in the file's order. */
export function ErrorTable({ id }: { id: string }) {
  const { t } = useTranslation("import");
  const search = runRoute.useSearch();
  const { patch } = usePatch<RunSearch>();
  const columns = useErrorColumns();
  const { data, problem, retry, refreshing } = useRead(ImportErrorsDocument, { id, ...pageOf(search) });
  const page = data?.import?.errors;
  return (
    <DataTable
      label={t("errors.title")}
      columns={columns}
      rows={page?.nodes.map((error, index) => ({ ...error, id: `${index}` }))}
      problem={problem}
      onRetry={retry}
      refreshing={refreshing}
      empty={t("errors.none")}
      page={page && { info: page.pageInfo, totalCount: page.totalCount, onPage: patch }}
    />
  );
}

function useErrorColumns(): Column<ErrorLine>[] {
  const { t } = useTranslation("import");
  return [
    { key: "row", title: t("errors.row"), numeric: true, width: 80, render: ({ row }) => row || t("errors.whole") },
    { key: "column", title: t("errors.column"), width: 160, render: ({ column }) => column || "—" },
    {
      key: "value",
      title: t("errors.value"),
      width: 220,
      render: ({ value }) => <span className="import-sample">{value || t("errors.blank")}</span>,
    },
    { key: "message", title: t("errors.reason"), render: (error) => <Reason error={error} /> },
  ];
}

/** Numbers of a whole column are told once, with how many there are. */
function Reason({ error: { message, params } }: { error: ErrorLine }) {
  const { t } = useTranslation("import");
  const { count = 1 } = params as { count?: number };
  return (
    <span className="import-reason">
      {message} {count > 1 ? t("errors.times", { count }) : null}
    </span>
  );
}
