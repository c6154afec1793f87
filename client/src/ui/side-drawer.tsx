import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { keyScrolled } from "./key-scrolled.ts";
import { useNarrow } from "./use-narrow.ts";

interface SideDrawerProps {
  /** From the address: what is open, or nothing. */
  open: string | undefined;
  title: ReactNode;
  onClose: () => void;
  extra?: ReactNode;
  width?: number;
  children: ReactNode;
}

export function SideDrawer({ open, title, onClose, extra, width = 640, children }: SideDrawerProps) {
  const { t } = useTranslation("shell");
  const narrow = useNarrow();
  return (
    <Drawer
      open={open !== undefined}
      title={title}
      extra={extra}
      onClose={onClose}
      size={narrow ? "100%" : width}
      closable={{ "aria-label": t("close") }}
      destroyOnHidden
      mask={narrow}
    >
      <div className="drawer-content" ref={keyScrolled}>
        {children}
      </div>
    </Drawer>
  );
}
