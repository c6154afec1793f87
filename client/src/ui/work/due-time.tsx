import { Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dueText } from "../../lib/dates.ts";
import { DeadlineNote } from "./deadline-note.tsx";
import "./work.css";

interface DueTimeProps {
  itemId: string;
  dueAt: string | null | undefined;
}

/** A due time; how it came about is told on hover, or by pressing it. */
export function DueTime({ itemId, dueAt }: DueTimeProps) {
  const { t } = useTranslation("work");
  const [open, setOpen] = useState(false);
  if (!dueAt) return <span className="absent">—</span>;
  return (
    <Popover
      title={t("explain.title")}
      trigger={["hover", "click"]}
      mouseEnterDelay={0.3}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<DeadlineNote itemId={itemId} />}
    >
      <button
        type="button"
        className="work-due date"
        aria-label={t("explain.of", { at: dueText(dueAt) })}
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      >
        {dueText(dueAt)}
      </button>
    </Popover>
  );
}
