import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { Later } from "../later.tsx";
import type { Giver } from "./handover-dialog.tsx";

const HandoverDialog = lazily(() => import("./handover-dialog.tsx"), "HandoverDialog");

/** Shown to who may begin it. */
export function HandOverButton({ giver }: { giver: Giver & { viewerMayHandOver: boolean } }) {
  const { t } = useTranslation("work");
  const [open, setOpen] = useState(false);
  return (
    <>
      {giver.viewerMayHandOver ? <Button onClick={() => setOpen(true)}>{t("handover.button")}</Button> : null}
      <Later when={open}>
        <HandoverDialog giver={giver} open={open} onClose={() => setOpen(false)} />
      </Later>
    </>
  );
}
