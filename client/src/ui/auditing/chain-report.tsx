import {
  type ChainCheckFieldsFragment,
  ChainChecksDocument,
  CheckAuditChainDocument,
} from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { inChina, minuteText } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { AwaitData } from "../await-data.tsx";
import { useTellProblem } from "../use-tell-problem.ts";
import { useChainWords } from "./chain-words.ts";
import "./chain.css";

const BrokenChain = lazily(() => import("./broken-chain.tsx"), "BrokenChain");

type Check = ChainCheckFieldsFragment;

/** What the last check of the log has found, a break that stands, and how to have it checked now. */
export function ChainReport({ withHash = false }: { withHash?: boolean }) {
  const read = useRead(ChainChecksDocument, {});
  return (
    <AwaitData read={read} rows={2}>
      {({ begun, ended, standing }) => {
        const [latest, last, broken] = [begun.nodes[0], ended.nodes[0], standing.nodes[0]];
        return (
          <div className="chain-report">
            <Suspense fallback={null}>{broken ? <BrokenChain check={broken} /> : null}</Suspense>
            {last && last.id !== broken?.id ? <LastCheck check={last} withHash={withHash} /> : null}
            <Begun latest={latest} />
          </div>
        );
      }}
    </AwaitData>
  );
}

function LastCheck({ check, withHash }: { check: Check; withHash: boolean }) {
  const { t } = useTranslation("auditing");
  const wordsOf = useChainWords();
  const { result } = check;
  if (!result) return null;
  return (
    <>
      <p role="status">{wordsOf(check, result)}</p>
      {withHash && result.isIntact ? (
        <p className="note">
          {typeof result.keptSequence === "number" ? `${t("chain.kept", { sequence: result.keptSequence })} ` : null}
          {t("chain.hash")}
          <code className="chain-hash">{result.throughHash}</code>
        </p>
      ) : null}
    </>
  );
}

/** One that has not ended by then has come to nothing. */
const longestMinutes = 30;

function Begun({ latest }: { latest: Check | undefined }) {
  const { t } = useTranslation("auditing");
  const viewer = useViewer();
  const tell = useTellProblem();
  const [check, isSending] = useCommand(CheckAuditChainDocument);
  const hasEnded = !latest || latest.result !== null;
  const isUnderWay = !hasEnded && inChina(latest.at).isAfter(inChina().subtract(longestMinutes, "minute"));
  return (
    <p className="chain-begun">
      {may(viewer, "CHECK_AUDIT_CHAIN") ? (
        <Button
          size="small"
          loading={isSending}
          disabled={isUnderWay}
          onClick={() => void check({}).then(({ problem }) => tell(problem))}
        >
          {t("chain.check")}
        </Button>
      ) : null}
      <span className="note">
        {latest ? null : t("chain.none")}
        {latest && !hasEnded
          ? t(isUnderWay ? "chain.underWay" : "chain.lost", { time: minuteText(latest.at), name: latest.actorName })
          : null}
      </span>
    </p>
  );
}
