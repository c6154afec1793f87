import { ChainChecksDocument, OddChangesDocument, type OddChangesQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay, today } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { ChainReport } from "../../ui/auditing/chain-report.tsx";
import { oddChanges } from "../../ui/auditing/odd-changes.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";

const BrokenChain = lazily(() => import("../../ui/auditing/broken-chain.tsx"), "BrokenChain");

/** The last check of the log, and what is odd among the changes of seven days. */
export function AuditorCards() {
  const { t } = useTranslation("auditing");
  return (
    <>
      <Card title={t("chain.title")} link={<Link to="/system/audit/checks">{t("checks.all")}</Link>}>
        <ChainReport />
      </Card>
      <OddCard />
    </>
  );
}

/** For who has other things to do: nothing, as long as no break stands. */
export function BrokenChainCard() {
  const { t } = useTranslation("auditing");
  const broken = useRead(ChainChecksDocument, {}).data?.standing.nodes[0];
  if (!broken) return null;
  return (
    <Card title={t("chain.title")}>
      <Suspense fallback={null}>
        <BrokenChain check={broken} />
      </Suspense>
    </Card>
  );
}

const named = { BACKDATED: "backdated", AT_NIGHT: "atNight", IN_BULK: "inBulk" } as const satisfies Record<
  (typeof oddChanges)[number],
  keyof OddChangesQuery
>;

const daysBack = 6;

function OddCard() {
  const { t } = useTranslation("auditing");
  const from = dayAfter(today(), -daysBack);
  const read = useRead(OddChangesDocument, { from: startOfDay(from) });
  return (
    <Card title={t("odd.title")}>
      <AwaitData read={read} rows={4}>
        {(data) => (
          <>
            {oddChanges.every((kind) => data[named[kind]].totalCount === 0) ? (
              <p>{t("odd.none")}</p>
            ) : (
              <ul className="plain workbench-rows">
                {oddChanges.map((kind) => (
                  <li key={kind}>
                    <span>
                      <Link to="/system/audit" search={{ odd: kind, from }}>
                        {t(`odd.kind.${kind}`)}
                      </Link>{" "}
                      <span className="note">{t(`odd.why.${kind}`)}</span>
                    </span>
                    <span className="workbench-figure">{countText(data[named[kind]].totalCount)}</span>
                  </li>
                ))}
              </ul>
            )}
            <p className="note workbench-below">{t("odd.note")}</p>
          </>
        )}
      </AwaitData>
    </Card>
  );
}
