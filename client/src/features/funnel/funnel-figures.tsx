import { OrderFunnelDocument } from "@maple-bridge/schema/documents";
import { Skeleton } from "antd";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { type Asked, sumOf } from "./figures.ts";
import { FunnelTable } from "./funnel-table.tsx";

const FunnelChart = lazily(() => import("./funnel-chart.tsx"), "FunnelChart");

export function FunnelFigures({ asked }: { asked: Asked }) {
  const { t } = useTranslation("funnel");
  return (
    <AwaitData read={useRead(OrderFunnelDocument, { ...asked })}>
      {({ orderFunnel }) => {
        const sum = sumOf(orderFunnel);
        return (
          <>
            {sum.issued === 0 ? (
              <EmptyNote title={t("none")} />
            ) : (
              <Suspense fallback={<Skeleton.Node active className="funnel-chart" />}>
                <FunnelChart figures={sum} asked={asked} />
              </Suspense>
            )}
            <FunnelTable stages={orderFunnel} sum={sum} asked={asked} />
          </>
        );
      }}
    </AwaitData>
  );
}
