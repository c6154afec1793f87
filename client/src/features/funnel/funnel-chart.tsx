import { useNavigate } from "@tanstack/react-router";
import { BarChart, type BarSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import { type ComposeOption, type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { colourOf, useIsDark } from "../../lib/theme.ts";
import { type Asked, type Figures, rowsOf, steps } from "./figures.ts";

use([BarChart, GridComponent, SVGRenderer]);

type Option = ComposeOption<BarSeriesOption | GridComponentOption>;

/** The same steps as the table's last line, each as long as its share; pressed, it opens its rows too. */
export function FunnelChart({ figures, asked }: { figures: Figures; asked: Asked }) {
  const { t } = useTranslation("funnel");
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const openRows = useEffectEvent((index: number) => {
    const step = steps[index];
    if (step) void navigate({ to: "/dispatch", search: rowsOf(step, asked) });
  });
  useEffect(() => {
    const drawn = init(box.current, undefined, { renderer: "svg" });
    drawn.on("click", ({ dataIndex }) => openRows(dataIndex));
    const sizes = new ResizeObserver(() => drawn.resize());
    sizes.observe(box.current!);
    chart.current = drawn;
    return () => {
      sizes.disconnect();
      drawn.dispose();
    };
  }, []);
  useIsDark();
  const says = steps.map((step) => ({ name: t(`figure.${step}`), value: figures[step] }));
  useEffect(() => chart.current?.setOption(optionOf(says)));
  return <div ref={box} className="funnel-chart" role="img" aria-label={t("picture", { ...figures })} />;
}

const optionOf = (data: { name: string; value: number }[]): Option => ({
  color: [colourOf("accent")],
  animation: false,
  grid: { left: 0, right: 64, top: 0, bottom: 0 },
  xAxis: { type: "value", show: false, max: data[0]?.value },
  yAxis: {
    type: "category",
    inverse: true,
    data: data.map(({ name }) => name),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { fontSize: 13, color: colourOf("words"), margin: 12 },
  },
  series: {
    type: "bar",
    barWidth: "70%",
    label: {
      show: true,
      position: "right",
      fontSize: 13,
      color: colourOf("words"),
      formatter: ({ value }) => countText(Number(value)),
    },
    emphasis: { disabled: true },
    data: data.map(({ value }) => value),
  },
});
