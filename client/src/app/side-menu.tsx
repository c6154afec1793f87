import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useViewer } from "../lib/viewer.tsx";
import { pages } from "./features.ts";

export function SideMenu({ onChoose }: { onChoose?: () => void }) {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  return (
    <nav className="side-menu" aria-label={t("menu")}>
      <ul>
        {pages
          .filter(({ shownTo }) => shownTo?.(viewer) ?? true)
          .map(({ name, to, icon: Icon }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === "/", includeSearch: false }} onClick={onChoose}>
                <Icon />
                {t(`page.${name}.title` as "page.workbench.title")}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
