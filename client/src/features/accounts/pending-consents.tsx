import {
  ConfirmConsentDocument,
  type ConsentRowFragment,
  DeclineConsentDocument,
  PendingConsentsDocument,
} from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { Section } from "../../ui/section.tsx";
import { useConfirm } from "../../ui/use-confirm.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import type { HandedPassword } from "./first-password-dialog.tsx";

/** What administrators have asked for, and another one is to confirm. Nothing stands here while nobody asks. */
export function PendingConsents({ onHanded }: { onHanded: (handed: HandedPassword) => void }) {
  const { t } = useTranslation("accounts");
  const { data, problem } = useRead(PendingConsentsDocument, {});
  const pending = data?.consents.nodes ?? [];
  const decide = useDecisions(onHanded);
  if (problem) return <ProblemNote problem={problem} />;
  if (pending.length === 0) return null;
  return (
    <Section title={t("consent.pending")}>
      <ul className="account-lines">
        {pending.map((consent) => (
          <ConsentLine key={consent.id} consent={consent} {...decide} />
        ))}
      </ul>
      {data && data.consents.totalCount > pending.length ? (
        <p className="note">{t("consent.more", { count: data.consents.totalCount - pending.length })}</p>
      ) : null}
    </Section>
  );
}

interface LineProps extends ReturnType<typeof useDecisions> {
  consent: ConsentRowFragment;
}

function ConsentLine({ consent, confirm, decline }: LineProps) {
  const { t } = useTranslation("accounts");
  const viewer = useViewer();
  const isOwn = consent.requestedBy.id === viewer.id;
  return (
    <li>
      <div>
        <ConsentWords consent={consent} />
        <div className="note">
          {t("consent.by", { name: consent.requestedBy.displayName, reason: consent.reason })} · {t("consent.until")}{" "}
          <DateText value={consent.expiresAt} minutes />
        </div>
        {isOwn ? <div className="note">{t("consent.waits")}</div> : null}
      </div>
      <div className="account-consent-actions">
        {may(consent, "CONFIRM_CONSENT") ? (
          <Button size="small" type="primary" onClick={() => void confirm(consent)}>
            {t("consent.confirm")}
          </Button>
        ) : null}
        {may(consent, "DECLINE_CONSENT") ? (
          <Button size="small" onClick={() => void decline(consent, isOwn)}>
            {t(isOwn ? "consent.withdraw" : "consent.decline")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function ConsentWords({ consent: { account, role, unitName } }: Pick<LineProps, "consent">) {
  const { t } = useTranslation(["accounts", "words"]);
  const what = role
    ? t("consent.role", { role: t(`words:role.${role}`), unit: unitName ?? "" })
    : t("consent.password");
  return (
    <span>
      {account.displayName} <span className="note">{account.signInName}</span> {what}
    </span>
  );
}

function useDecisions(onHanded: (handed: HandedPassword) => void) {
  const { t } = useTranslation("accounts");
  const ask = useConfirm();
  const tell = useTellProblem();
  const [confirmConsent] = useCommand(ConfirmConsentDocument);
  const [declineConsent] = useCommand(DeclineConsentDocument);
  return {
    async confirm({ id, role, account }: ConsentRowFragment) {
      const title = t("consent.confirmTitle", { name: account.displayName });
      const content = t(role ? "consent.confirmRoleNote" : "consent.confirmPasswordNote");
      if (!(await ask({ title, content, okText: t("consent.confirm"), danger: true }))) return;
      const { data, problem } = await confirmConsent({ id });
      if (data && !role) onHanded({ ...account, ...data.confirmConsent });
      tell(problem);
    },
    async decline({ id, account }: ConsentRowFragment, isOwn: boolean) {
      const okText = t(isOwn ? "consent.withdraw" : "consent.decline");
      const title = t(isOwn ? "consent.withdrawTitle" : "consent.declineTitle", { name: account.displayName });
      if (await ask({ title, okText })) tell((await declineConsent({ id })).problem);
    },
  };
}
