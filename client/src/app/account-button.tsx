import { UserOutlined } from "@ant-design/icons";
import { Button, type ButtonProps } from "antd";
import { useTranslation } from "react-i18next";
import { useViewer } from "../lib/viewer.tsx";

export function AccountButton(props: ButtonProps) {
  const { t } = useTranslation("shell");
  const { displayName } = useViewer();
  return (
    <Button
      {...props}
      type="text"
      icon={<UserOutlined />}
      aria-haspopup="menu"
      aria-label={t("account.menu", { name: displayName })}
    >
      <span className="words">{displayName}</span>
    </Button>
  );
}
