import { type ApiTokenRowFragment, RevokeApiTokenDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { useConfirm } from "../../ui/use-confirm.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";

export function RevokeTokenButton({ token }: { token: ApiTokenRowFragment }) {
  const { t } = useTranslation("accounts");
  const confirm = useConfirm();
  const tell = useTellProblem();
  const [revokeApiToken, running] = useCommand(RevokeApiTokenDocument);
  async function revoke() {
    const title = t("token.revokeTitle", { name: token.name });
    if (await confirm({ title, content: t("token.revokeNote"), okText: t("token.revoke"), danger: true }))
      tell((await revokeApiToken({ id: token.id })).problem);
  }
  return (
    <Button size="small" loading={running} onClick={() => void revoke()}>
      {t("token.revoke")}
    </Button>
  );
}
