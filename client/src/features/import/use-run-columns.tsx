import type { ImportLineFragment } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { RunLight } from "./run-light.tsx";

export function useRunColumns(): Column<ImportLineFragment>[] {
  const { t } = useTranslation("import");
  return [
    { key: "createdAt", title: t("runs.at"), render: ({ createdAt }) => <DateText value={createdAt} minutes /> },
    { key: "kind", title: t("kind.label"), render: ({ kind }) => t(`kind.${kind}`) },
    {
      key: "fileName",
      title: t("runs.file"),
      render: ({ id, fileName }) => (
        <Link to="/import/$id" params={{ id }}>
          {fileName}
        </Link>
      ),
    },
    { key: "status", title: t("runs.status"), render: (run) => <RunLight run={run} /> },
    { key: "rows", title: t("runs.rows"), numeric: true, render: ({ totalRows }) => countText(totalRows) },
    { key: "account", title: t("runs.by"), render: ({ accountName }) => accountName },
    {
      key: "finishedAt",
      title: t("runs.finished"),
      render: ({ finishedAt }) => <DateText value={finishedAt} minutes />,
    },
  ];
}
