import { DiscardChecklistDraftDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { Later } from "../../ui/later.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { type Checklist, draftIn } from "./content.ts";

const BeginRunDialog = lazily(() => import("./begin-run-dialog.tsx"), "BeginRunDialog");
const DraftChecklistDialog = lazily(() => import("./draft-checklist-dialog.tsx"), "DraftChecklistDialog");
const PublishChecklistDialog = lazily(() => import("./publish-checklist-dialog.tsx"), "PublishChecklistDialog");
const RenameChecklistDialog = lazily(() => import("./rename-checklist-dialog.tsx"), "RenameChecklistDialog");
const RetireChecklistDialog = lazily(() => import("./retire-checklist-dialog.tsx"), "RetireChecklistDialog");

type Asked = "begin" | "set" | "publish" | "rename" | "retire";

export function ChecklistActions({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation("checklists");
  const [asked, setAsked] = useState<Asked>();
  const { bureau } = useViewer();
  const discard = useDiscard(checklist);
  const draft = draftIn(checklist);
  const dialog = (which: Asked) => ({ checklist, open: asked === which, onClose: () => setAsked(undefined) });
  return (
    <div className="row-actions">
      {checklist.isBegunByHand && may(bureau, "ISSUE_WORK") ? (
        <Button type="primary" onClick={() => setAsked("begin")}>
          {t("begin.do")}
        </Button>
      ) : null}
      {may(checklist, "PUBLISH_CHECKLIST") ? (
        <Button type="primary" onClick={() => setAsked("publish")}>
          {t("publish.do")}
        </Button>
      ) : null}
      {may(checklist, "SET_CHECKLIST_DRAFT") ? (
        <Button onClick={() => setAsked("set")}>{t(draft ? "setDraft" : "nextVersion")}</Button>
      ) : null}
      {may(checklist, "DISCARD_CHECKLIST_DRAFT") ? (
        <Button onClick={() => void discard()}>{t("discard.do")}</Button>
      ) : null}
      {may(checklist, "RENAME_CHECKLIST") ? <Button onClick={() => setAsked("rename")}>{t("rename.do")}</Button> : null}
      {may(checklist, "RETIRE_CHECKLIST") ? (
        <Button danger onClick={() => setAsked("retire")}>
          {t("retire.do")}
        </Button>
      ) : null}
      <Later when={asked === "begin"}>
        <BeginRunDialog {...dialog("begin")} />
      </Later>
      <Later when={asked === "set"}>
        <DraftChecklistDialog {...dialog("set")} />
      </Later>
      <Later when={asked === "publish"}>
        <PublishChecklistDialog {...dialog("publish")} />
      </Later>
      <Later when={asked === "rename"}>
        <RenameChecklistDialog {...dialog("rename")} />
      </Later>
      <Later when={asked === "retire"}>
        <RetireChecklistDialog {...dialog("retire")} />
      </Later>
    </div>
  );
}

function useDiscard({ id, name, version }: Checklist) {
  const { t } = useTranslation("checklists");
  const confirmed = useConfirmed();
  const [discardDraft] = useCommand(DiscardChecklistDraftDocument);
  return () =>
    confirmed(
      { title: t("discard.title", { name }), content: t("discard.note"), okText: t("discard.do"), danger: true },
      () => discardDraft({ id, expectedVersion: version }),
    );
}
