import { Steps } from "antd";
import { useTranslation } from "react-i18next";
import { usePatch } from "../../lib/url-state.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CancelButton } from "./cancel-button.tsx";
import { CheckStep } from "./check-step.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { runRoute, type RunSearch, type Step, steps } from "./routes.tsx";
import { hasSteps, mayShow, type Run, stepOf } from "./run.ts";
import { RunLight } from "./run-light.tsx";
import { WriteStep } from "./write-step.tsx";

/** Columns, check, write: one may go back until it is written. */
export function RunWizard({ run }: { run: Run }) {
  const { t } = useTranslation("import");
  const search = runRoute.useSearch();
  const { refine } = usePatch<RunSearch>();
  const go = (step: Step) => refine({ step });
  const step = stepShown(run, search.step);
  return (
    <>
      <PageHeader
        title={run.fileName}
        note={
          <>
            {t(`kind.${run.kind}`)} · {t("rowCount", { count: run.totalRows })} · {run.accountName} ·{" "}
            <DateText value={run.createdAt} minutes />
          </>
        }
        actions={
          <>
            <ButtonLink to="/import">{t("back")}</ButtonLink>
            <CancelButton run={run} />
          </>
        }
      >
        <RunLight run={run} />
      </PageHeader>
      {hasSteps(run) ? (
        <Steps
          className="import-steps"
          responsive={false}
          size="small"
          current={steps.indexOf(step)}
          onChange={(index) => go(steps[index]!)}
          items={steps.map((name) => ({ title: t(`step.${name}`), disabled: !mayShow(run, name) }))}
        />
      ) : null}
      {step === "columns" ? <ColumnsStep key={run.sheet} run={run} onNext={() => go("check")} /> : null}
      {step === "check" ? <CheckStep run={run} onWriting={() => go("write")} /> : null}
      {step === "write" ? <WriteStep run={run} onCheckAgain={() => go("check")} /> : null}
    </>
  );
}

const stepShown = (run: Run, asked: Step | undefined): Step => (asked && mayShow(run, asked) ? asked : stepOf(run));
