import { Link } from "@tanstack/react-router";
import { MatterFlowDocument, type MatterFlowQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { Section } from "../../ui/section.tsx";
import type { Asked } from "./figures.ts";

type Flow = MatterFlowQuery["matterFlow"][number];

const flowFigures = ["found", "settledOfFound", "settled"] as const satisfies readonly (keyof Flow)[];
type FlowFigure = (typeof flowFigures)[number];

/** What was found and what was settled in the period, by kind; each figure leads to the matters that it counts. */
export function MatterFlow({ asked }: { asked: Asked }) {
  const { t } = useTranslation("funnel");
  return (
    <Section title={t("matters.title")}>
      <p className="note">{t("matters.note")}</p>
      <AwaitData read={useRead(MatterFlowDocument, { ...asked })} rows={4}>
        {({ matterFlow }) => (
          <Scrolled name={t("matters.title")}>
            <table className="funnel-table">
              <thead>
                <tr>
                  <th scope="col">{t("matters.kind")}</th>
                  {flowFigures.map((figure) => (
                    <th key={figure} scope="col">
                      {t(`matters.${figure}`)}
                    </th>
                  ))}
                  <th scope="col">{t("matters.cohortRate")}</th>
                  <th scope="col">{t("matters.periodRate")}</th>
                </tr>
              </thead>
              <tbody>
                {matterFlow.map((flow) => (
                  <Line key={flow.kind} flow={flow} asked={asked} />
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </AwaitData>
    </Section>
  );
}

function Line({ flow, asked }: { flow: Flow; asked: Asked }) {
  const { t } = useTranslation(["funnel", "words"]);
  const name = t(`words:matterKind.${flow.kind}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      {flowFigures.map((figure) => {
        const count = countText(flow[figure]);
        return (
          <td key={figure}>
            <Link
              to="/matters"
              search={mattersOf(figure, flow, asked)}
              aria-label={t("opens", { kind: name, figure: t(`matters.${figure}`), count })}
            >
              {count}
            </Link>
          </td>
        );
      })}
      <td>{rateText(flow.cohortRate)}</td>
      <td>{rateText(flow.periodRate)}</td>
    </tr>
  );
}

/** The ledger with the very matters that a figure counts. */
function mattersOf(figure: FlowFigure, { kind }: Flow, { unitId: unit, from, to }: Asked) {
  const found = { foundFrom: from, foundTo: to };
  if (figure === "found") return { kind, unit, once: true as const, ...found };
  const state = "SETTLED" as const;
  return figure === "settled" ? { kind, unit, state, endedFrom: from, endedTo: to } : { kind, unit, state, ...found };
}

/** Nothing found has no rate. */
const rateText = (rate: number | null | undefined) => (rate === null || rate === undefined ? "—" : percent(rate));
const percent = (rate: number) => `${Math.round(100 * rate)}%`;
