import { Alert, Button, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { countText } from "../../lib/numbers.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { type Chain, useChainCheck } from "./use-chain-check.ts";

/** Walks the whole log when asked to, and says whether every row still follows from those before it. */
export function ChainCheck() {
  const { t } = useTranslation("audit");
  const { chain, problem, isRunning, endedAt, start } = useChainCheck();
  const progress = { checked: countText(chain?.checkedTo ?? 0), entries: countText(chain?.entries ?? 0) };
  return (
    <div className="audit-chain">
      <Button size="small" loading={isRunning} onClick={start}>
        {t("chain.check")}
      </Button>
      <span className="note">{isRunning && chain ? t("chain.progress", progress) : t("chain.note")}</span>
      {problem ? <ProblemNote problem={problem} onRetry={start} /> : null}
      {endedAt && chain ? <ChainResult chain={chain} at={endedAt} /> : null}
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
        <>
          <KeptEnd chain={chain} />
          {chain.headHash ? (
            <>
              {t(chain.isIntact ? "chain.head" : "chain.brokenHint")}
              <Typography.Text code copyable className="audit-hash">
                {chain.headHash}
              </Typography.Text>
            </>
          ) : null}
        </>
      }
    />
  );
}

function KeptEnd({ chain: { keptSequence, keptAt, isKeptThere } }: { chain: Chain }) {
  const { t } = useTranslation("audit");
  if (typeof keptSequence !== "number" || !keptAt) return <p>{t("chain.notKept")}</p>;
  const told = { sequence: keptSequence, time: minuteText(keptAt) };
  return <p>{t(isKeptThere ? "chain.kept" : "chain.lost", told)}</p>;
}
