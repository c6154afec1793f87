import type { TimeUnit } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";

/** How long something may take, in words; nothing where it has no limit. */
export function useTimeWords() {
  const { t } = useTranslation("work");
  return (time: number | null, unit: TimeUnit) => {
    if (time === null) return undefined;
    const { count, per } = roundest(time, unit);
    return t(`explain.unit.${per}`, { count });
  };
}

/** 240 minutes are four hours. */
function roundest(time: number, unit: TimeUnit) {
  if (unit === "WORKING_DAYS") return { count: time, per: "workingDays" } as const;
  const isHours = time >= 60 && time % 60 === 0;
  const count = isHours ? time / 60 : time;
  if (unit === "MINUTES") return { count, per: isHours ? "hours" : "minutes" } as const;
  return { count, per: isHours ? "workingHours" : "workingMinutes" } as const;
}
