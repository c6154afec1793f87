import { useTranslation } from "react-i18next";
import { Door } from "./door.tsx";

/** What is inside could not be loaded: no connection, or a release that replaced its files. */
export function ClosedDoor() {
  const { t } = useTranslation("shell");
  return (
    <Door title={t("failure.title")}>
      <p role="alert">{t("failure.note")}</p>
      <button type="button" className="door-submit" onClick={() => window.location.reload()}>
        {t("retry")}
      </button>
    </Door>
  );
}
