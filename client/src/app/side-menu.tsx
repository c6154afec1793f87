import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isShown, type Page } from "../lib/pages.ts";
import { useViewer } from "../lib/viewer.tsx";
import { pages } from "./features.ts";

interface SideMenuProps {
  onChoose?: () => void;
}

export function SideMenu({ onChoose }: SideMenuProps) {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const shown = pages.filter((page) => isShown(page, viewer));
  const grouped = shown.filter(({ group }) => group === "system");
  return (
    <nav className="side-menu" aria-label={t("menu")}>
      <MenuList pages={shown.filter(({ group }) => !group)} onChoose={onChoose} />
      {grouped.length > 0 ? (
        <>
          <h2>{t("group.system")}</h2>
          <MenuList pages={grouped} onChoose={onChoose} />
        </>
      ) : null}
    </nav>
  );
}

function MenuList({ pages, onChoose }: SideMenuProps & { pages: readonly Page[] }) {
  const { t } = useTranslation("page");
  return (
    <ul>
      {pages.map(({ name, to, icon: Icon }) => (
        <li key={to}>
          <Link to={to} activeOptions={{ exact: to === "/", includeSearch: false }} onClick={onChoose}>
            <Icon />
            {t(`${name}.title`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
