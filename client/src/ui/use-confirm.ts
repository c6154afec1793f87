import { App } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Question {
  title: string;
  content?: ReactNode;
  okText?: string;
  danger?: boolean;
}

/** Asks before something that can't be undone; resolves to whether the person said yes. */
export function useConfirm() {
  const { modal } = App.useApp();
  const { t } = useTranslation("shell");
  return async ({ title, content, okText, danger }: Question): Promise<boolean> =>
    modal.confirm({
      title,
      content,
      okText: okText ?? t("confirm"),
      cancelText: t("cancel"),
      okButtonProps: { danger },
      focusable: { autoFocusButton: danger ? "cancel" : "ok" },
    });
}
