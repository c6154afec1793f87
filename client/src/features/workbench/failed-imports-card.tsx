import { FailedImportsDocument, type FailedImportsQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { inChina } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { Card } from "../../ui/card.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Light } from "../../ui/light.tsx";

type Run = FailedImportsQuery["imports"]["nodes"][number];

const daysBack = 7;

/** Imports of the last seven days that came to nothing or wait for their rows to be put right; where there are none, no card. */
export function FailedImportsCard() {
  const { t } = useTranslation("workbench");
  const { data } = useRead(FailedImportsDocument, {});
  const since = inChina().subtract(daysBack, "day");
  const failed = data?.imports.nodes.filter((run) => hasFailed(run) && inChina(run.createdAt).isAfter(since)) ?? [];
  if (failed.length === 0) return null;
  return (
    <Card title={t("failed.title")} figure={failed.length}>
      <ul className="plain workbench-rows">
        {failed.map(({ id, fileName, createdAt, status, errorCount }) => (
          <li key={id}>
            <span>
              <DateText value={createdAt} />{" "}
              <Link to="/import/$id" params={{ id }}>
                {fileName}
              </Link>
            </span>
            {status === "FAILED" ? (
              <Light tone="bad">{t("failed.notWritten")}</Light>
            ) : (
              <Light tone="soon">{t("failed.wrong", { count: errorCount })}</Light>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const hasFailed = ({ status, errorCount }: Run) => status === "FAILED" || (status === "CHECKED" && errorCount > 0);
