import {
  ConfirmHandoverDocument,
  type HandoverFieldsFragment,
  WaitingHandoversDocument,
} from "@maple-bridge/schema/documents";
import { Button } from "antd-mobile";
import { useTranslation } from "react-i18next";
import { minuteText } from "../lib/dates.ts";
import { useCommand } from "../lib/use-command.ts";
import { useRead } from "../lib/use-read.ts";
import { may } from "../lib/viewer.tsx";
import { PersonName } from "../ui/person-name.tsx";
import { Section } from "../ui/section.tsx";
import { sayDone, sayProblem } from "./told.tsx";

/** Handovers that wait for the taker's signature: signed here by a touch; what takes one back is done at a desk. */
export function WaitingHandovers({ memberId }: { memberId: string }) {
  const { data } = useRead(WaitingHandoversDocument, { memberId });
  return data?.handovers.nodes.map((handover) => <WaitingHandover key={handover.id} handover={handover} />);
}

function WaitingHandover({ handover }: { handover: HandoverFieldsFragment }) {
  const { t } = useTranslation(["phone", "work"]);
  const { giver, taker, items, begunAt, beginner, reason, isSignedByGiver } = handover;
  return (
    <Section title={t("work:handover.waiting", { count: items.length })}>
      <div className="phone-card">
        <span>
          {giver ? <PersonName {...giver} /> : null} → {taker ? <PersonName {...taker} /> : null}
        </span>
        <span className="note">
          {t(isSignedByGiver ? "work:handover.signed" : "work:handover.begunFor", {
            at: minuteText(begunAt),
            by: beginner,
          })}
        </span>
        {reason ? <span className="phone-text">{reason}</span> : null}
        <ul className="plain">
          {items.map(({ id, number, title }) => (
            <li key={id}>
              {title} <span className="note numeric">{number}</span>
            </li>
          ))}
        </ul>
        {may(handover, "CONFIRM_HANDOVER") ? <SignButton id={handover.id} /> : null}
        <a href="/my-work">{t("work.toDesk")}</a>
      </div>
    </Section>
  );
}

function SignButton({ id }: { id: string }) {
  const { t } = useTranslation("work");
  const [confirm, running] = useCommand(ConfirmHandoverDocument);
  async function sign() {
    const { data, problem } = await confirm({ id });
    if (problem) return sayProblem(problem);
    const lines = data.confirmHandover.items;
    const moved = lines.filter(({ outcome }) => outcome === "MOVED").length;
    sayDone(
      t(moved < lines.length ? "handover.partly" : "handover.moved", { count: moved, left: lines.length - moved }),
    );
  }
  return (
    <Button block color="primary" size="large" loading={running} onClick={() => void sign()}>
      {t("handover.confirm")}
    </Button>
  );
}
