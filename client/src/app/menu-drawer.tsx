import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { useLayer } from "../lib/layers.ts";
import { SideMenu } from "./side-menu.tsx";

/** The menu where there is no room for it beside the page. */
export function MenuDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  useLayer(open, onClose);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      placement="left"
      size={240}
      title={t("product")}
      closable={{ "aria-label": t("close") }}
      styles={{ body: { padding: 0 } }}
    >
      <SideMenu onChoose={onClose} />
    </Drawer>
  );
}
