import type { ImportLineFragment, ImportOrder } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { RunLight } from "./run-light.tsx";

export function useRunColumns(): Column<ImportLineFragment, ImportOrder>[] {
  const { t } = useTranslation(["import", "words"]);
  return [
    {
      key: "createdAt",
      order: "NEWEST",
      title: t("runs.at"),
      render: ({ createdAt }) => <DateText value={createdAt} minutes />,
      file: "createdAt",
    },
    {
      key: "kind",
      saidBy: "of",
      title: t("kind.label"),
      render: ({ kind }) => t(`kind.${kind}`),
      file: { path: "kind", words: t("words:importKind", { returnObjects: true }) },
    },
    {
      key: "fileName",
      title: t("runs.file"),
      render: ({ id, fileName }) => (
        <Link to="/import/$id" params={{ id }}>
          {fileName}
        </Link>
      ),
      file: "fileName",
    },
    {
      key: "status",
      order: "STATUS",
      title: t("runs.status"),
      render: (run) => <RunLight run={run} />,
      file: {
        path: "status",
        words: { ...t("light", { returnObjects: true }), WRITING: t("light.WRITING", { done: "…", total: "…" }) },
      },
    },
    {
      key: "rows",
      order: "ROWS",
      title: t("runs.rows"),
      numeric: true,
      render: ({ totalRows }) => countText(totalRows),
      file: "totalRows",
    },
    {
      key: "errors",
      title: t("runs.errors"),
      order: "ERRORS",
      numeric: true,
      render: ({ errorCount }) => countText(errorCount),
      file: "errorCount",
    },
    { key: "account", title: t("runs.by"), render: ({ accountName }) => accountName, file: "accountName" },
    {
      key: "finishedAt",
      title: t("runs.finished"),
      render: ({ finishedAt }) => <DateText value={finishedAt} minutes />,
      file: "finishedAt",
    },
  ];
}
