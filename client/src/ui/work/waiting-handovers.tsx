import {
  ConfirmHandoverDocument,
  type HandoverFieldsFragment,
  WaitingHandoversDocument,
} from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { Later } from "../later.tsx";
import { PersonName } from "../person-name.tsx";
import { Section } from "../section.tsx";
import { useTellProblem } from "../use-tell-problem.ts";
import { ToItem } from "./to-item.tsx";
import "./work.css";

const EndHandoverDialog = lazily(() => import("./end-handover-dialog.tsx"), "EndHandoverDialog");

/** Handovers, given or taken by the member, that wait for the taker's signature, each with its list. */
export function WaitingHandovers({ memberId }: { memberId: string }) {
  const { data } = useRead(WaitingHandoversDocument, { memberId });
  return data?.handovers.nodes.map((handover) => <WaitingHandover key={handover.id} handover={handover} />);
}

function WaitingHandover({ handover }: { handover: HandoverFieldsFragment }) {
  const { t } = useTranslation("work");
  const { giver, taker, items, begunAt, beginner, reason } = handover;
  return (
    <Section title={t("handover.waiting", { count: items.length })} actions={<Signing handover={handover} />}>
      <div>
        {giver ? <PersonName {...giver} /> : null} → {taker ? <PersonName {...taker} /> : null}
        <span className="note">
          {" "}
          {t(handover.isSignedByGiver ? "handover.signed" : "handover.begunFor", {
            at: minuteText(begunAt),
            by: beginner,
          })}
        </span>
      </div>
      {reason ? <div className="work-text">{reason}</div> : null}
      <ul className="work-hand-over">
        {items.map(({ id, number, title, item }) => (
          <li key={id}>
            {item ? <ToItem item={item} /> : title} <span className="note numeric">{number}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Signing({ handover }: { handover: HandoverFieldsFragment }) {
  const { t } = useTranslation("work");
  const tell = useTellProblem();
  const [confirm, running] = useCommand(ConfirmHandoverDocument);
  const [way, setWay] = useState<"decline" | "withdraw">("decline");
  const [open, setOpen] = useState(false);
  async function sign() {
    const { data, problem } = await confirm({ id: handover.id });
    if (problem) return tell(problem);
    const lines = data.confirmHandover.items;
    const moved = lines.filter(({ outcome }) => outcome === "MOVED").length;
    sayDone(
      t(moved < lines.length ? "handover.partly" : "handover.moved", { count: moved, left: lines.length - moved }),
    );
  }
  const ask = (next: "decline" | "withdraw") => {
    setWay(next);
    setOpen(true);
  };
  return (
    <div className="work-deeds">
      {may(handover, "CONFIRM_HANDOVER") ? (
        <Button type="primary" loading={running} onClick={() => void sign()}>
          {t("handover.confirm")}
        </Button>
      ) : null}
      {may(handover, "DECLINE_HANDOVER") ? (
        <Button onClick={() => ask("decline")}>{t("handover.decline")}</Button>
      ) : null}
      {may(handover, "WITHDRAW_HANDOVER") ? (
        <Button onClick={() => ask("withdraw")}>{t("handover.withdraw")}</Button>
      ) : null}
      <Later when={open}>
        <EndHandoverDialog id={handover.id} way={way} open={open} onClose={() => setOpen(false)} />
      </Later>
    </div>
  );
}
