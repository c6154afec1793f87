import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { may } from "../../lib/viewer.tsx";
import { Later } from "../../ui/later.tsx";
import type { RecheckDetails } from "./recheck-drawer.tsx";

const RecheckDialog = lazily(() => import("./recheck-dialog.tsx"), "RecheckDialog");
const CorrectRecheckDialog = lazily(() => import("./correct-recheck-dialog.tsx"), "CorrectRecheckDialog");
const PassRecheckOnDialog = lazily(() => import("./pass-recheck-on-dialog.tsx"), "PassRecheckOnDialog");

type Asked = "result" | "correct" | "passOn";

export function RecheckActions({ recheck }: { recheck: RecheckDetails }) {
  const { t } = useTranslation("rechecks");
  const [asked, setAsked] = useState<Asked>();
  const dialog = (which: Asked) => ({ recheck, open: asked === which, onClose: () => setAsked(undefined) });
  return (
    <div className="row-actions">
      {may(recheck, "RECHECK_WORK") ? (
        <Button type="primary" onClick={() => setAsked("result")}>
          {t("say.do")}
        </Button>
      ) : null}
      {may(recheck, "CORRECT_RECHECK") ? <Button onClick={() => setAsked("correct")}>{t("correct.do")}</Button> : null}
      {may(recheck, "PASS_RECHECK_ON") ? <Button onClick={() => setAsked("passOn")}>{t("passOn.do")}</Button> : null}
      <Later when={asked === "result"}>
        <RecheckDialog {...dialog("result")} />
      </Later>
      <Later when={asked === "correct"}>
        <CorrectRecheckDialog {...dialog("correct")} />
      </Later>
      <Later when={asked === "passOn"}>
        <PassRecheckOnDialog {...dialog("passOn")} />
      </Later>
    </div>
  );
}
