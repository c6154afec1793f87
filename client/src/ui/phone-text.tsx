import { OpenPhoneDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../lib/use-command.ts";
import { may } from "../lib/viewer.tsx";
import { useTellProblem } from "./use-tell-problem.ts";
import "./telephone.css";

interface PhoneTextProps {
  member: { id: string; name: string; phone: string | null; version: number; viewerMay: readonly string[] };
}

/** Masked, as the server gives it; pressed, it is shown whole, which is recorded. The whole number is kept nowhere but here. */
export const PhoneText = ({ member }: PhoneTextProps) =>
  member.phone ? (
    <Phone key={`${member.id} ${member.version}`} member={member} masked={member.phone} />
  ) : (
    <span className="absent">—</span>
  );

/** From the button that was pressed and is gone, unless something else has it by then. */
function takeFocus(link: HTMLAnchorElement | null) {
  if (document.activeElement === document.body) link?.focus({ preventScroll: true });
}

function Phone({ member, masked }: PhoneTextProps & { masked: string }) {
  const { t } = useTranslation("words");
  const [openPhone, opening] = useCommand(OpenPhoneDocument);
  const [whole, setWhole] = useState<string>();
  const tellProblem = useTellProblem();
  async function open() {
    const told = await openPhone({ id: member.id });
    // Where the answer was lost on the way, the number is told by another opening alone.
    const { data, problem } = told.data?.openPhone.phone === null ? await openPhone({ id: member.id }) : told;
    tellProblem(problem);
    setWhole(data?.openPhone.phone ?? undefined);
  }
  if (whole !== undefined)
    return (
      <a className="numeric telephone" href={`tel:${whole}`} ref={takeFocus}>
        {whole}
      </a>
    );
  if (!may(member, "OPEN_PHONE")) return <span className="numeric telephone">{masked}</span>;
  return (
    <span className="telephone">
      <span className="numeric">{masked}</span>
      <Button
        type="link"
        size="small"
        loading={opening}
        title={t("phone.note")}
        aria-label={t("phone.showOf", { name: member.name })}
        onClick={() => void open()}
      >
        {t("phone.show")}
      </Button>
    </span>
  );
}
