import { useTranslation } from "react-i18next";
import { Light } from "./light.tsx";
import type { Tone } from "./tones.ts";

/** Seats that the standards ask for, and how they stand. */
export interface Coverage {
  required: number;
  filled: number;
  vacant: number;
  longestDaysVacant: number;
}

const longDays = 30;

/** Amber while somebody may still be on the way, red once a seat has stood vacant for more than a month. */
export function coverageTone({ required, vacant, longestDaysVacant }: Coverage): Tone {
  if (required === 0) return "quiet";
  if (vacant === 0) return "good";
  return longestDaysVacant > longDays ? "bad" : "soon";
}

export const vacancyTone = (days: number): Tone => (days > longDays ? "bad" : "soon");

interface CoverageLightProps {
  coverage: Coverage;
  /** How much of it stands in the words: of one grid `2/4 · 缺 2 · 12 天`, of many `配备 217/219`. */
  of: "one" | "many";
}

export function CoverageLight({ coverage, of }: CoverageLightProps) {
  const { t } = useTranslation("words");
  const { required, filled, vacant, longestDaysVacant: days } = coverage;
  const words = () => {
    if (required === 0) return t("coverage.none");
    if (of === "many") return t("coverage.filled", { filled, required });
    return vacant === 0
      ? t("coverage.full", { filled, required })
      : t("coverage.gap", { filled, required, vacant, days });
  };
  return <Light tone={coverageTone(coverage)}>{words()}</Light>;
}
