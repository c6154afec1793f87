import { Link } from "@tanstack/react-router";
import { Button, Slider } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { DayField } from "../../ui/day-field.tsx";

interface DayBarProps {
  /** The day shown; today when left out. */
  at: string | undefined;
  onChange: (at: string | undefined) => void;
}

const daysBack = 365;
const daysAhead = 180;

/** Moves the whole page to any past or planned day. With its calendar it is the heaviest of the page, so that it comes after the grids. */
export function DayBar({ at, onChange }: DayBarProps) {
  const { t } = useTranslation("grids");
  const [held, setHeld] = useState<number>();
  const now = today();
  const offset = at ? dayjs(at).diff(now, "day") : 0;
  const [first, last] = [Math.min(-daysBack, offset), Math.max(daysAhead, offset)];
  const dayAfter = (days: number) => dayjs(now).add(days, "day").format("YYYY-MM-DD");
  const go = (day: string | undefined) => onChange(day === now ? undefined : day);
  return (
    <>
      <DayField label={t("day.label")} value={at ?? now} allowClear={false} onChange={go} />
      <Slider
        className="grid-day-slider"
        min={first}
        max={last}
        marks={{ [first]: dayAfter(first), 0: t("day.today"), [last]: dayAfter(last) }}
        included={false}
        value={held ?? offset}
        onChange={setHeld}
        onChangeComplete={(days) => {
          setHeld(undefined);
          go(dayAfter(days));
        }}
        tooltip={{ formatter: (days = 0) => dayAfter(days) }}
        ariaLabelForHandle={t("day.slider")}
        ariaValueTextFormatterForHandle={dayAfter}
      />
      {at ? (
        <Button size="small" onClick={() => go(undefined)}>
          {t("day.back")}
        </Button>
      ) : null}
      <Link to="/grids/compare" search={{ to: at }}>
        {t("day.compare")}
      </Link>
    </>
  );
}
