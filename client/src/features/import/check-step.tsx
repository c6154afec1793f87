import { CheckImportDocument, ImportDetailsDocument } from "@maple-bridge/schema/documents";
import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { type Assumptions, assumptionsOf, inputOf } from "./assumptions.ts";
import { AssumptionsForm } from "./assumptions-form.tsx";
import { CheckResult } from "./check-result.tsx";
import { type Names, Questions } from "./creations.tsx";
import { Progressing } from "./progressing.tsx";
import { runRoute } from "./routes.tsx";
import type { Run } from "./run.ts";

interface CheckStepProps {
  run: Run;
  onWriting: () => void;
}

/** A dry run: what would be written, or all that is wrong. */
export function CheckStep({ run, onWriting }: CheckStepProps) {
  const { t } = useTranslation("import");
  const { like } = runRoute.useSearch();
  const first = useRead(ImportDetailsDocument, { id: like ?? "" }, like === undefined);
  const [checkImport, asking] = useCommand(CheckImportDocument);
  const checking = asking || run.status === "CHECKING";
  const [problem, setProblem] = useState<Problem>();
  const [isStale, setStale] = useState(false);
  const [names, setNames] = useState<Names>();
  const said = names ?? namesOf(first.data?.import ?? run);

  async function check(assumptions: Assumptions) {
    const { problem: refused } = await checkImport(inputOf(run, assumptions, said));
    setProblem(refused);
    setStale(false);
  }

  if (like && first.loading) return <Skeleton active title={false} />;
  return (
    <>
      <AssumptionsForm
        kind={run.kind}
        usual={assumptionsOf(run, run.status === "UPLOADED" ? (first.data?.import ?? undefined) : undefined)}
        mayCheck={may(run, "CHECK_IMPORT") && !asking}
        onChange={() => setStale(true)}
        onCheck={check}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      {checking ? (
        <>
          <Progressing>{t("check.running", { count: run.totalRows })}</Progressing>
          <p className="note">{t("check.goesOn")}</p>
        </>
      ) : null}
      {run.status === "CHECKED" && !checking ? (
        <Questions run={run} names={said} onChange={setNames} onCheck={() => void check(assumptionsOf(run))} />
      ) : null}
      {run.status === "CHECKED" && !checking ? <CheckResult run={run} isStale={isStale} onWriting={onWriting} /> : null}
    </>
  );
}

/** What was said of names at the last check, or of the file that this one corrects. */
const namesOf = ({ options }: Pick<Run, "options">): Names => options.names;
