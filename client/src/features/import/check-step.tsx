import { CheckImportDocument } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { assumptionsOf, inputOf, saidOf } from "./assumptions.ts";
import { AssumptionsForm } from "./assumptions-form.tsx";
import { CheckResult } from "./check-result.tsx";
import type { Assumptions, Cause, Said } from "./chosen.ts";
import { ChosenList } from "./chosen-list.tsx";
import { Questions } from "./creations.tsx";
import { fixed } from "./fixes.ts";
import { Progressing } from "./progressing.tsx";
import type { Run } from "./run.ts";

interface CheckStepProps {
  run: Run;
  onWriting: () => void;
}

/** A dry run: what would be written, or all that is wrong. */
export function CheckStep({ run, onWriting }: CheckStepProps) {
  const { t } = useTranslation("import");
  const [form] = Form.useForm<Assumptions>();
  const [checkImport, asking] = useCommand(CheckImportDocument);
  const checking = asking || run.status === "CHECKING";
  const [problem, setProblem] = useState<Problem>();
  const [isStale, setStale] = useState(false);
  const [changed, setChanged] = useState<Said>();
  const said = changed ?? saidOf(run);

  // What was pressed below is chosen above.
  const showChosen = useEffectEvent(() => form.setFieldsValue(assumptionsOf(run)));
  const { version } = run;
  useEffect(() => {
    if (version > 0) showChosen();
  }, [version]);

  async function check(assumptions: Assumptions, besides: Said = said) {
    const { problem: refused } = await checkImport(inputOf(run, assumptions, besides));
    setProblem(refused);
    setStale(false);
    if (!refused) setChanged(undefined);
  }

  function fix(causes: readonly Cause[]) {
    const chosen = fixed({ assumptions: form.getFieldsValue(true) as Assumptions, said }, causes);
    void check(chosen.assumptions, chosen.said);
  }

  function say(next: Said) {
    setChanged(next);
    setStale(true);
  }

  const isChecked = run.status === "CHECKED" && !checking;
  return (
    <>
      <AssumptionsForm
        form={form}
        run={run}
        usual={assumptionsOf(run)}
        mayCheck={may(run, "CHECK_IMPORT") && !asking}
        onChange={() => setStale(true)}
        onCheck={(assumptions) => check(assumptions)}
      >
        <ChosenList run={run} said={said} onChange={say} />
      </AssumptionsForm>
      {problem ? <ProblemNote problem={problem} /> : null}
      {checking ? (
        <>
          <Progressing>{t("check.running", { count: run.totalRows })}</Progressing>
          <p className="note">{t("check.goesOn")}</p>
        </>
      ) : null}
      {isChecked ? (
        <Questions
          run={run}
          names={said.names}
          onChange={(names) => setChanged({ ...said, names })}
          onCheck={() => fix([])}
        />
      ) : null}
      {isChecked ? <CheckResult run={run} isStale={isStale} onWriting={onWriting} onFix={fix} /> : null}
    </>
  );
}
