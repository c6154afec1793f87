import type { ComingKind } from "@maple-bridge/schema/documents";
import { useNavigate } from "@tanstack/react-router";
import { ScatterChart, type ScatterSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import { type ComposeOption, use } from "echarts/core";
import { useTranslation } from "react-i18next";
import { comingKinds } from "../../lib/glossary.ts";
import { countText } from "../../lib/numbers.ts";
import { colourOf } from "../../lib/theme.ts";
import { Chart } from "../chart.tsx";
import { useNarrow } from "../use-narrow.ts";
import type { Mark, Week } from "./lane.ts";

use([ScatterChart, GridComponent]);

type Option = ComposeOption<ScatterSeriesOption | GridComponentOption>;

interface LaneChartProps {
  marks: readonly Mark[];
  weeks: readonly Week[];
}

/** A lane for each kind on one axis of weeks; a mark is as large as its count, and opens its rows. */
export function LaneChart({ marks, weeks }: LaneChartProps) {
  const { t } = useTranslation(["pictures", "words", "shell"]);
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  const names = Object.fromEntries(comingKinds.map((kind) => [kind, t(`words:comingKind.${kind}`)])) as Names;
  const countOf = (kind: ComingKind) => marks.reduce((sum, mark) => (mark.kind === kind ? sum + mark.count : sum), 0);
  const counts = comingKinds.map((kind) => t("lane.count", { kind: names[kind], count: countText(countOf(kind)) }));
  function openRows(index: number) {
    const mark = marks[index];
    if (!mark) return;
    const { kind, from, to } = mark;
    void navigate({ to: "/grids/coming", search: { kind, from, to } });
  }
  return (
    <Chart
      className="lane-chart"
      label={t("lane.picture", { counts: counts.join(t("shell:mark.list")) })}
      optionOf={() => optionOf({ marks, weeks, names, isNarrow })}
      onPress={openRows}
    />
  );
}

type Names = Record<ComingKind, string>;

/** Ends and leaves have the colour of what is to be looked at. */
const colours: Record<ComingKind, string> = {
  ASSIGNMENT_STARTS: "good",
  ASSIGNMENT_ENDS: "soon",
  ABSENCE_STARTS: "soon",
  ABSENCE_ENDS: "quiet",
  GRID_OPENS: "good",
  GRID_CLOSES: "quiet",
};

function optionOf({ marks, weeks, names, isNarrow }: LaneChartProps & { names: Names; isNarrow: boolean }): Option {
  const most = Math.max(...marks.map(({ count }) => count));
  const [least, more] = isNarrow ? [16, 4] : [20, 12];
  const sizeOf = (count: number) => least + more * Math.sqrt(count / most);
  return {
    animation: false,
    grid: { left: isNarrow ? 78 : 92, right: 16, top: 4, bottom: 26 },
    xAxis: {
      type: "category",
      data: weeks.map(({ from }) => from.slice(5)),
      axisLabel: { fontSize: 12, color: colourOf("quiet"), hideOverlap: true },
      axisLine: { lineStyle: { color: colourOf("edge") } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: comingKinds.map((kind) => names[kind]),
      axisLabel: { fontSize: 12, color: colourOf("words") },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: colourOf("line") } },
    },
    series: {
      type: "scatter",
      label: { show: true, fontSize: isNarrow ? 11 : 12 },
      emphasis: { disabled: true },
      data: marks.map(({ kind, from, count }) => ({
        value: [weeks.findIndex((week) => week.from === from), comingKinds.indexOf(kind)],
        symbolSize: sizeOf(count),
        itemStyle: { color: colourOf(`${colours[kind]}-ground`), borderColor: colourOf(`${colours[kind]}-edge`) },
        label: { color: colourOf(colours[kind]), formatter: countText(count) },
      })),
    },
  };
}
