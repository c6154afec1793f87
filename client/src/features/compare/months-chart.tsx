import { useNavigate } from "@tanstack/react-router";
import { LineChart, type LineSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import { type ComposeOption, use } from "echarts/core";
import { useTranslation } from "react-i18next";
import { colourOf } from "../../lib/theme.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Point } from "./months.ts";

use([LineChart, GridComponent]);

type Option = ComposeOption<LineSeriesOption | GridComponentOption>;

/** A line to today, and a dashed one through what is planned; a point opens the grids of its day. */
export function MonthsChart({ points, stationId }: { points: readonly Point[]; stationId: string | undefined }) {
  const { t } = useTranslation("compare");
  const navigate = useNavigate();
  function openDay(index: number) {
    const point = points[index];
    if (!point) return;
    const at = point.when === "now" ? undefined : point.day;
    void navigate({ to: "/grids", search: { at, unit: stationId } });
  }
  const percentOf = (point: Point | undefined) => `${point?.percent ?? "—"}`;
  const says = {
    first: percentOf(points[0]),
    now: percentOf(points.find(({ when }) => when === "now")),
    last: percentOf(points.at(-1)),
  };
  return (
    <Chart
      className="compare-chart"
      label={t("months.picture", says)}
      optionOf={() => optionOf(points, t("now"))}
      onPress={openDay}
    />
  );
}

type Dots = NonNullable<LineSeriesOption["data"]>;

const line = (data: Dots, type: "solid" | "dashed"): LineSeriesOption => ({
  type: "line",
  symbol: type === "solid" ? "circle" : "emptyCircle",
  symbolSize: 8,
  connectNulls: false,
  lineStyle: { width: 2, type },
  emphasis: { disabled: true },
  label: {
    show: true,
    position: "top",
    fontSize: 12,
    color: colourOf("words"),
    // Where the line falls or rises steeply, it runs through them.
    textBorderColor: colourOf("paper"),
    textBorderWidth: 3,
    formatter: ({ value }) => `${value}%`,
  },
  labelLayout: { hideOverlap: true },
  data,
});

/** Today ends the line, and begins the dashed one, where its dot and its words are there already. */
const plannedOf = ({ when, percent }: Point): Dots[number] => {
  if (when === "past") return null;
  return when === "now" ? { value: percent ?? null, symbol: "none", label: { show: false } } : (percent ?? null);
};

function optionOf(points: readonly Point[], now: string): Option {
  return {
    color: [colourOf("accent"), colourOf("accent")],
    animation: false,
    grid: { left: 44, right: 24, top: 24, bottom: 28 },
    xAxis: {
      type: "category",
      data: points.map(({ day, when }) => (when === "now" ? now : day.slice(0, 7))),
      axisLabel: { fontSize: 12, color: colourOf("quiet"), hideOverlap: true },
      axisTick: { alignWithLabel: true },
    },
    yAxis: {
      type: "value",
      scale: true,
      axisLabel: { fontSize: 12, color: colourOf("quiet"), formatter: "{value}%" },
      splitLine: { lineStyle: { color: colourOf("line") } },
    },
    series: [
      line(
        points.map(({ when, percent }) => (when === "planned" ? null : (percent ?? null))),
        "solid",
      ),
      line(points.map(plannedOf), "dashed"),
    ],
  };
}
