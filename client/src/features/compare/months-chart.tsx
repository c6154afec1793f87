import { useNavigate } from "@tanstack/react-router";
import { LineChart, type LineSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import { type ComposeOption, type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Point } from "./months.ts";

use([LineChart, GridComponent, SVGRenderer]);

type Option = ComposeOption<LineSeriesOption | GridComponentOption>;

/** A line to today, and a dashed one through what is planned; a point opens the grids of its day. */
export function MonthsChart({ points, stationId }: { points: readonly Point[]; stationId: string | undefined }) {
  const { t } = useTranslation("compare");
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const openDay = useEffectEvent((index: number) => {
    const point = points[index];
    if (!point) return;
    const at = point.when === "now" ? undefined : point.day;
    void navigate({ to: "/grids", search: { at, unit: stationId } });
  });
  useEffect(() => {
    const drawn = init(box.current, undefined, { renderer: "svg" });
    drawn.on("click", ({ dataIndex }) => openDay(dataIndex));
    const sizes = new ResizeObserver(() => drawn.resize());
    sizes.observe(box.current!);
    chart.current = drawn;
    return () => {
      sizes.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => chart.current?.setOption(optionOf(points, t("now"))));
  const percentOf = (point: Point | undefined) => `${point?.percent ?? "—"}`;
  const says = {
    first: percentOf(points[0]),
    now: percentOf(points.find(({ when }) => when === "now")),
    last: percentOf(points.at(-1)),
  };
  return <div ref={box} className="compare-chart" role="img" aria-label={t("months.picture", says)} />;
}

type Dots = NonNullable<LineSeriesOption["data"]>;

const line = (data: Dots, type: "solid" | "dashed"): LineSeriesOption => ({
  type: "line",
  symbol: type === "solid" ? "circle" : "emptyCircle",
  symbolSize: 8,
  connectNulls: false,
  lineStyle: { width: 2, type },
  emphasis: { disabled: true },
  label: { show: true, position: "top", fontSize: 12, color: "#1f2530", formatter: ({ value }) => `${value}%` },
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
    color: ["#1d4f91", "#1d4f91"],
    animation: false,
    grid: { left: 44, right: 24, top: 24, bottom: 28 },
    xAxis: {
      type: "category",
      data: points.map(({ day, when }) => (when === "now" ? now : day.slice(0, 7))),
      axisLabel: { fontSize: 12, color: "#4a5160", hideOverlap: true },
      axisTick: { alignWithLabel: true },
    },
    yAxis: {
      type: "value",
      scale: true,
      axisLabel: { fontSize: 12, color: "#4a5160", formatter: "{value}%" },
      splitLine: { lineStyle: { color: "#e4e7ec" } },
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
