import { useRouterState } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changePasswordAddress } from "../lib/doors.ts";
import { switchTabs, useHasTabs } from "../lib/page-tabs.ts";
import { sayRefused } from "../lib/telling.ts";
import { useSignOut } from "../lib/use-sign-out.ts";
import { useViewer } from "../lib/viewer.tsx";
import { AccountButton } from "./account-button.tsx";

/** Who one is here, and what one does with one's account. It is loaded when it is opened for the first time, so it begins open. */
export function AccountDropdown() {
  const { t } = useTranslation(["shell", "words", "keys"]);
  const viewer = useViewer();
  const href = useRouterState({ select: (state) => state.location.href });
  const [open, setOpen] = useState(true);
  const hasTabs = useHasTabs();
  const signOut = useSignOut();
  async function leave() {
    const problem = await signOut();
    if (problem) sayRefused(problem.message);
  }
  const who = (
    <>
      {viewer.displayName} {viewer.name}
      {viewer.roles.map(({ id, role, unitName }) => (
        <div key={id} className="own-roles">
          {t(`words:role.${role}`)} · {unitName}
        </div>
      ))}
    </>
  );
  return (
    <Dropdown
      trigger={["click"]}
      open={open}
      onOpenChange={setOpen}
      menu={{
        items: [
          { key: "roles", type: "group", label: who, children: [] },
          { type: "divider" },
          { key: "tabs", label: t(hasTabs ? "keys:tabs.hide" : "keys:tabs.show"), onClick: switchTabs },
          {
            key: "password",
            label: t("account.changePassword"),
            onClick: () => window.location.assign(changePasswordAddress({ back: href })),
          },
          { key: "out", label: t("account.signOut"), onClick: () => void leave() },
        ],
      }}
    >
      <AccountButton autoFocus aria-expanded={open} />
    </Dropdown>
  );
}
