import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { Later } from "../later.tsx";
import { IssueOrderDialog } from "./issue-order-dialog.tsx";
import type { MatterForm } from "./matter-forms.tsx";
import type { Matter } from "./matter.ts";

const MatterForms = lazily(() => import("./matter-forms.tsx"), "MatterForms");

const far = [
  { form: "update", action: "UPDATE_MATTER", word: "matter.update" },
  { form: "move", action: "MOVE_MATTER", word: "matter.move" },
  { form: "merge", action: "MERGE_MATTERS", word: "matter.merge" },
  { form: "addContact", action: "ADD_SEALED_CONTACT", word: "party.add" },
] as const;

interface MatterDeedsProps {
  matter: Matter;
  onOpen: (itemId: string) => void;
}

/** What the viewer may do about a matter as a whole. */
export function MatterDeeds({ matter, onOpen }: MatterDeedsProps) {
  const { t } = useTranslation("work");
  const { bureau } = useViewer();
  const [issuing, setIssuing] = useState(false);
  const [form, setForm] = useState<MatterForm>();
  const [open, setOpen] = useState(false);
  const others = far.filter(({ action }) => may(matter, action));
  function ask(form: MatterForm) {
    setForm(form);
    setOpen(true);
  }
  return (
    <span className="work-marks">
      {may(bureau, "ISSUE_WORK") && may(matter, "UPDATE_MATTER") ? (
        <Button size="small" onClick={() => setIssuing(true)}>
          {t("order.create")}
        </Button>
      ) : null}
      {may(matter, "SETTLE_MATTER") ? (
        <Button size="small" onClick={() => ask("settle")}>
          {t("matter.settle")}
        </Button>
      ) : null}
      {others.length > 0 ? (
        <Dropdown
          trigger={["click"]}
          menu={{ items: others.map(({ form, word }) => ({ key: form, label: t(word), onClick: () => ask(form) })) }}
        >
          <Button size="small" icon={<MoreOutlined />} aria-haspopup="menu">
            {t("matter.more")}
          </Button>
        </Dropdown>
      ) : null}
      <IssueOrderDialog matter={issuing ? matter : undefined} onClose={() => setIssuing(false)} />
      <Later when={open}>
        {form ? (
          <MatterForms form={form} matter={matter} open={open} onClose={() => setOpen(false)} onOpen={onOpen} />
        ) : null}
      </Later>
    </span>
  );
}
