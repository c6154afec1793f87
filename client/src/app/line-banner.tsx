import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { useLineLost } from "../lib/line.ts";

/** What is shown may be of before: on every page, and since when. */
export function LineBanner() {
  const { t } = useTranslation("frame");
  const lostAt = useLineLost();
  return (
    <div role="status">
      {lostAt === undefined ? null : (
        <p className="frame-banner frame-banner-bad">{t("lineLost", { since: dayjs(lostAt).format("HH:mm:ss") })}</p>
      )}
    </div>
  );
}
