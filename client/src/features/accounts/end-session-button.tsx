import { EndSessionDocument, type SessionRowFragment } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { Light } from "../../ui/light.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";

/** One's own is left by signing out. */
export function EndSessionButton({ session }: { session: SessionRowFragment }) {
  const { t } = useTranslation("accounts");
  const confirmed = useConfirmed();
  const [endSession, running] = useCommand(EndSessionDocument);
  if (session.isCurrent) return <Light tone="accent">{t("session.current")}</Light>;
  async function end() {
    const question = {
      title: t("session.endTitle"),
      content: t("session.endNote"),
      okText: t("session.end"),
      danger: true,
    };
    await confirmed(question, () => endSession({ id: session.id }));
  }
  return (
    <Button size="small" loading={running} onClick={() => void end()}>
      {t("session.end")}
    </Button>
  );
}
