import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LocaleSwitch } from "../../ui/locale-switch.tsx";
import { usePageTitle } from "../../ui/page-header.tsx";
import { ThemeSwitch } from "../../ui/theme-switch.tsx";
import "./door.css";

/** The narrow page before one is inside. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation("shell");
  usePageTitle(title);
  return (
    <div className="door">
      <main>
        <p className="brand">
          <img src="/maple.svg" alt="" width={36} height={36} />
          {t("product")}
        </p>
        <h1>{title}</h1>
        {children}
      </main>
      <footer>
        <ThemeSwitch />
        <LocaleSwitch />
      </footer>
    </div>
  );
}
