import { useTranslation } from "react-i18next";
import { changeTheme, themeChoices, useThemeChoice } from "../lib/theme.ts";

/** As the system has it, or light or dark whatever that says. */
export function ThemeSwitch() {
  const { t } = useTranslation("shell");
  const choice = useThemeChoice();
  return (
    <label className="theme-switch">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
      <select
        aria-label={t("theme.label")}
        value={choice}
        onChange={({ target }) => changeTheme(themeChoices[target.selectedIndex]!)}
      >
        {themeChoices.map((each) => (
          <option key={each} value={each}>
            {t(`theme.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
