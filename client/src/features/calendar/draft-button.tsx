import { DraftCalendarDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { useTellProblem } from "../../ui/use-tell-problem.ts";

export function DraftButton({ onBegun }: { onBegun: () => void }) {
  const { t } = useTranslation("calendar");
  const { bureau } = useViewer();
  const tell = useTellProblem();
  const [draftCalendar, isRunning] = useCommand(DraftCalendarDocument);
  async function begin() {
    const { problem } = await draftCalendar({});
    tell(problem);
    if (!problem) onBegun();
  }
  if (!may(bureau, "MANAGE_CALENDAR")) return null;
  return (
    <Button type="primary" loading={isRunning} onClick={() => void begin()}>
      {t("draft.begin")}
    </Button>
  );
}
