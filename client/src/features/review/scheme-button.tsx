import { ReviewStationDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { Later } from "../../ui/later.tsx";

const SchemeDialog = lazily(() => import("./scheme-dialog.tsx"), "SchemeDialog");

/** What the station's lists are called, for whoever may say so. */
export function SchemeButton({ unitId }: { unitId: string }) {
  const { t } = useTranslation("review");
  const [isOpen, setOpen] = useState(false);
  const { data } = useRead(ReviewStationDocument, { unitId });
  const station = data?.unit;
  if (!station || !may(station, "MANAGE_LIST_SCHEMES")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("scheme.open")}</Button>
      <Later when={isOpen}>
        <SchemeDialog
          key={data.listScheme?.id ?? "none"}
          station={station}
          scheme={data.listScheme?.lists}
          mayDrop={may(data.listScheme, "DROP_LIST_SCHEME")}
          open={isOpen}
          onClose={() => setOpen(false)}
        />
      </Later>
    </>
  );
}
