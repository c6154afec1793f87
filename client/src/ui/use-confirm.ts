import type { ReactNode } from "react";
import { useLay } from "../lib/layers.ts";
import { callAsker } from "../lib/telling.ts";
import { useTranslation } from "react-i18next";

export interface Question {
  title: string;
  content?: ReactNode;
  okText?: string;
  danger?: boolean;
}

/** Asks before something that can't be undone; resolves to whether the person said yes. */
export function useConfirm() {
  const { t } = useTranslation("shell");
  const lay = useLay();
  return async ({ title, content, okText, danger }: Question): Promise<boolean> => {
    const modal = await callAsker();
    const asking = modal.confirm({
      title,
      content,
      okText: okText ?? t("confirm"),
      cancelText: t("cancel"),
      okButtonProps: { danger },
      focusable: { autoFocusButton: danger ? "cancel" : "ok" },
    });
    const answered = Promise.resolve(asking);
    const wentBack = new Promise<boolean>((resolve) => {
      const take = lay(() => (asking.destroy(), resolve(false)));
      void answered.then(take);
    });
    return Promise.race([answered, wentBack]);
  };
}
