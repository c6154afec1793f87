import { AuditChainDocument, type AuditChainQuery } from "@maple-bridge/schema/documents";
import { Alert, Button, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

type Chain = NonNullable<AuditChainQuery["auditChain"]>;

/** Walks the whole log when asked to, and says whether every row still follows from those before it. */
export function ChainCheck() {
  const { t } = useTranslation("audit");
  const [checkedAt, setCheckedAt] = useState<string>();
  const { data, problem, refreshing, retry } = useRead(AuditChainDocument, {}, checkedAt === undefined);
  const isChecking = checkedAt !== undefined && refreshing;
  function check() {
    if (checkedAt !== undefined) retry();
    setCheckedAt(new Date().toISOString());
  }
  return (
    <div className="chain-check">
      <Button size="small" loading={isChecking} onClick={check}>
        {t("chain.check")}
      </Button>
      <span className="note">{t("chain.note")}</span>
      {problem ? <ProblemNote problem={problem} onRetry={retry} /> : null}
      {checkedAt && data?.auditChain && !isChecking ? <ChainResult chain={data.auditChain} at={checkedAt} /> : null}
    </div>
  );
}

function ChainResult({ chain, at }: { chain: Chain; at: string }) {
  const { t } = useTranslation("audit");
  const entries = countText(chain.entries);
  const title = chain.isIntact
    ? t("chain.intact", { entries, time: minuteText(at) })
    : t("chain.broken", { sequence: chain.brokenAt, time: minuteText(at) });
  return (
    <Alert
      type={chain.isIntact ? "success" : "error"}
      showIcon
      role="status"
      title={title}
      description={
        chain.headHash ? (
          <>
            {t(chain.isIntact ? "chain.head" : "chain.brokenHint")}
            <Typography.Text code copyable className="hash">
              {chain.headHash}
            </Typography.Text>
          </>
        ) : undefined
      }
    />
  );
}
