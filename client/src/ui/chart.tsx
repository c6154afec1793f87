import { type EChartsCoreOption, type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useEffectEvent, useRef } from "react";
import { useIsDark } from "../lib/theme.ts";

use([SVGRenderer]);

interface ChartProps {
  className: string;
  /** What it shows, for those who can't see it. */
  label: string;
  /** Drawn by the colours of now. Its caller has told echarts of its parts. */
  optionOf: () => EChartsCoreOption;
  /** Something in it was pressed: the how-many-eth of its data. */
  onPress: (index: number) => void;
}

/** A picture by echarts, which takes as much room as there is. */
export function Chart({ className, label, optionOf, onPress }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const drawn = init(box.current, undefined, { renderer: "svg" });
    drawn.on("click", ({ dataIndex }) => press(dataIndex));
    const sizes = new ResizeObserver(() => drawn.resize());
    sizes.observe(box.current!);
    chart.current = drawn;
    return () => {
      sizes.disconnect();
      drawn.dispose();
    };
  }, []);
  useIsDark();
  useEffect(() => chart.current?.setOption(optionOf()));
  return <div ref={box} className={className} role="img" aria-label={label} />;
}
