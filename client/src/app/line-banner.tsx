import { useTranslation } from "react-i18next";
import { inChina } from "../lib/dates.ts";
import { useLineLost } from "../lib/line.ts";

/** What is shown may be of before: on every page, and since when. */
export function LineBanner() {
  const { t } = useTranslation("frame");
  const lostAt = useLineLost();
  return (
    <div role="status">
      {lostAt === undefined ? null : (
        <p className="frame-banner frame-banner-bad">{t("lineLost", { since: inChina(lostAt).format("HH:mm:ss") })}</p>
      )}
    </div>
  );
}
