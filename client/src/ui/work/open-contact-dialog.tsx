import { OpenSealedContactDocument, type PartyRole } from "@maple-bridge/schema/documents";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLayer } from "../../lib/layers.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { Watermark } from "../watermark.tsx";
import { WhyField } from "./why-field.tsx";

interface OpenContactDialogProps {
  contact: { id: string; role: PartyRole };
  open: boolean;
  onClose: () => void;
}

/** Asks why, then shows the contact until it is closed. */
export function OpenContactDialog({ contact: { id, role }, open, onClose }: OpenContactDialogProps) {
  const { t } = useTranslation("work");
  const [openSealedContact] = useCommand(OpenSealedContactDocument);
  const [opened, setOpened] = useState<{ contact: string | null }>();
  const title = t("deedTitle", { deed: t("party.open"), title: t(`party.role.${role}`) });
  async function submit({ reason }: { reason: string }) {
    const { data, problem } = await openSealedContact({ id, reason });
    if (data) setOpened({ contact: data.openSealedContact.contact ?? null });
    return problem;
  }
  return (
    <>
      <FormDialog<{ reason: string }>
        title={title}
        open={open}
        onClose={onClose}
        onSubmit={submit}
        okText={t("party.open")}
      >
        <p className="note">{t("party.openNote")}</p>
        <WhyField required most={200} />
      </FormDialog>
      <Opened title={title} opened={open ? undefined : opened} onClose={() => setOpened(undefined)} />
    </>
  );
}

interface OpenedProps {
  title: string;
  opened: { contact: string | null } | undefined;
  onClose: () => void;
}

/** Kept nowhere else: when it closes, it is gone. */
function Opened({ title, opened, onClose }: OpenedProps) {
  const { t } = useTranslation(["work", "shell"]);
  useLayer(opened !== undefined, onClose);
  return (
    <Modal
      open={opened !== undefined}
      title={title}
      onCancel={onClose}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t("party.close")}
        </Button>
      }
    >
      {opened ? (
        <Watermark>
          <p className="work-secret">{opened.contact ?? t("party.lost")}</p>
          <p className="note" role="status">
            {t("party.recorded")}
          </p>
        </Watermark>
      ) : null}
    </Modal>
  );
}
