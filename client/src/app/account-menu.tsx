import { UserOutlined } from "@ant-design/icons";
import { SignOutDocument } from "@maple-bridge/schema/documents";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../lib/use-command.ts";
import { useSession } from "../lib/session.tsx";
import { useViewer } from "../lib/viewer.tsx";

export function AccountMenu() {
  const { t } = useTranslation(["shell", "words"]);
  const viewer = useViewer();
  const navigate = useNavigate();
  const href = useRouterState({ select: (state) => state.location.href });
  const signOut = useSignOut();
  const who = (
    <>
      {viewer.displayName} {viewer.name}
      {viewer.roles.map(({ id, role, unitName }) => (
        <div key={id} className="account-roles">
          {t(`words:role.${role}`)} · {unitName}
        </div>
      ))}
    </>
  );
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "roles", type: "group", label: who, children: [] },
          { type: "divider" },
          {
            key: "password",
            label: t("account.changePassword"),
            onClick: () => void navigate({ to: "/change-password", search: { back: href } }),
          },
          { key: "out", label: t("account.signOut"), onClick: () => void signOut() },
        ],
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        aria-haspopup="menu"
        aria-label={t("account.menu", { name: viewer.displayName })}
      >
        <span className="words">{viewer.displayName}</span>
      </Button>
    </Dropdown>
  );
}

function useSignOut() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const session = useSession();
  const [signOut] = useCommand(SignOutDocument);
  return async () => {
    const { problem } = await signOut({});
    if (problem && problem.code !== "UNAUTHENTICATED") return void message.error(problem.message);
    await navigate({ to: "/sign-in" });
    session.startAnew();
  };
}
