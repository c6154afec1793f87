import { type ApiTokenRowFragment, RevokeApiTokenDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { useConfirmed } from "../../ui/use-confirmed.ts";

export function RevokeTokenButton({ token }: { token: ApiTokenRowFragment }) {
  const { t } = useTranslation("accounts");
  const confirmed = useConfirmed();
  const [revokeApiToken, running] = useCommand(RevokeApiTokenDocument);
  async function revoke() {
    const title = t("token.revokeTitle", { name: token.name });
    const question = { title, content: t("token.revokeNote"), okText: t("token.revoke"), danger: true };
    await confirmed(question, () => revokeApiToken({ id: token.id }));
  }
  return (
    <Button size="small" loading={running} onClick={() => void revoke()}>
      {t("token.revoke")}
    </Button>
  );
}
