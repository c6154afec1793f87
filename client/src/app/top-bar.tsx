import { MenuOutlined, SearchOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useViewer } from "../lib/viewer.tsx";
import { LocaleSwitch } from "../ui/locale-switch.tsx";
import { ThemeSwitch } from "../ui/theme-switch.tsx";
import { AccountMenu } from "./account-menu.tsx";

export function TopBar({ onMenu, onPalette }: { onMenu: () => void; onPalette: () => void }) {
  const { t } = useTranslation("shell");
  const { bureau } = useViewer();
  return (
    <header className="top-bar">
      <Button className="menu-button" type="text" icon={<MenuOutlined />} aria-label={t("menu")} onClick={onMenu} />
      <Link to="/" className="brand">
        <img src="/maple.svg" alt="" width={24} height={24} />
        <span className="product">{t("product")}</span>
      </Link>
      <span className="bureau">{bureau.name}</span>
      <Button className="palette-button" icon={<SearchOutlined />} onClick={onPalette} aria-keyshortcuts="Control+K">
        <span className="words">{t("palette.open")}</span>
        <kbd>Ctrl K</kbd>
      </Button>
      <ThemeSwitch />
      <LocaleSwitch />
      <AccountMenu />
    </header>
  );
}
