import { ImportDetailsDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { runRoute } from "./routes.tsx";
import { isUnderWay } from "./run.ts";
import { RunWizard } from "./run-wizard.tsx";
import "./import.css";

/** A check or writing that was interrupted shows by its silence, which no event tells of. */
const lookMs = 5000;

export function RunPage() {
  const { t } = useTranslation("import");
  const { id } = runRoute.useParams();
  const read = useRead(ImportDetailsDocument, { id });
  const look = useEffectEvent(() => read.retry());
  const run = read.data?.import;
  const underWay = run ? isUnderWay(run) : false;
  useEffect(() => {
    if (!underWay) return;
    const timer = window.setInterval(() => look(), lookMs);
    return () => window.clearInterval(timer);
  }, [underWay]);
  return (
    <AwaitData read={read}>
      {({ import: run }) =>
        run ? (
          <RunWizard key={run.id} run={run} />
        ) : (
          <>
            <PageHeader title={t("gone")} />
            <EmptyNote title={t("goneHint")}>
              <Link to="/import">{t("back")}</Link>
            </EmptyNote>
          </>
        )
      }
    </AwaitData>
  );
}
