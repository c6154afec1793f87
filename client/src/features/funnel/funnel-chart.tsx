import { useNavigate } from "@tanstack/react-router";
import { BarChart, type BarSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import { type ComposeOption, use } from "echarts/core";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { colourOf } from "../../lib/theme.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Asked, type Figures, rowsOf, steps } from "./figures.ts";

use([BarChart, GridComponent]);

type Option = ComposeOption<BarSeriesOption | GridComponentOption>;

/** The same steps as the table's last line, each as long as its share; pressed, it opens its rows too. */
export function FunnelChart({ figures, asked }: { figures: Figures; asked: Asked }) {
  const { t } = useTranslation("funnel");
  const navigate = useNavigate();
  function openRows(index: number) {
    const step = steps[index];
    if (step) void navigate({ to: "/dispatch", search: rowsOf(step, asked) });
  }
  const says = steps.map((step) => ({ name: t(`figure.${step}`), value: figures[step] }));
  return (
    <Chart
      className="funnel-chart"
      label={t("picture", { ...figures })}
      optionOf={() => optionOf(says)}
      onPress={openRows}
    />
  );
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
