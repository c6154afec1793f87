import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePull } from "./use-pull.ts";

/** A page that is read again by pulling it down. */
export function PulledPage({ onPull, children }: { onPull: () => Promise<unknown>; children: ReactNode }) {
  const { t } = useTranslation("phone");
  const { isReading, isEnough, offset, pulled } = usePull(onPull);
  const words = isReading ? t("pull.reading") : isEnough ? t("pull.letGo") : offset > 0 ? t("pull.on") : undefined;
  return (
    <div className="phone-page" {...pulled}>
      <div className="phone-pull note" role="status" style={{ minHeight: offset }}>
        {words}
      </div>
      {children}
    </div>
  );
}
