import { type DeadlineRuleFieldsFragment, DeadlineRuleRevisionsDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { Details } from "../../ui/details.tsx";
import { Section } from "../../ui/section.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";
import { useTimeWords } from "../../ui/work/time-words.ts";
import { MovedSection } from "./moved-section.tsx";
import { RuleRevisions } from "./rule-revisions.tsx";
import { SetDeadlineDialog } from "./set-deadline-dialog.tsx";
import { keyOf, type RuleFor, ruleForIn } from "./subject.ts";
import { times } from "./times.ts";
import { useRuleName } from "./use-rule-name.ts";

export function DeadlineDrawer({ open, onClose }: { open: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("deadline-rules");
  const nameOf = useRuleName();
  const ruleFor = ruleForIn(open);
  return (
    <SideDrawer open={ruleFor && open} title={ruleFor ? nameOf(ruleFor) : t("one")} onClose={onClose}>
      {ruleFor ? <Rule key={keyOf(ruleFor)} ruleFor={ruleFor} /> : null}
    </SideDrawer>
  );
}

/** The rule in force and all before it. */
function Rule({ ruleFor }: { ruleFor: RuleFor }) {
  const { t } = useTranslation("deadline-rules");
  const { bureau } = useViewer();
  const [isSetting, setSetting] = useState(false);
  return (
    <AwaitData read={useRead(DeadlineRuleRevisionsDocument, { ...ruleFor })}>
      {({ deadlineRules: { nodes, totalCount } }) => {
        const current = nodes.find(({ endsAt }) => endsAt === null);
        return (
          <>
            <Section
              title={t("inForce")}
              actions={
                may(current ?? bureau, "SET_DEADLINE_RULE") ? (
                  <Button type="primary" onClick={() => setSetting(true)}>
                    {t("set")}
                  </Button>
                ) : undefined
              }
            >
              {current ? <RuleFacts rule={current} /> : <p className="note">{t("neverSet")}</p>}
            </Section>
            {current && current.revision > 1 ? <MovedSection since={current.startsAt} /> : null}
            <RuleRevisions rules={nodes} more={totalCount - nodes.length} />
            <SetDeadlineDialog ruleFor={ruleFor} current={current} open={isSetting} onClose={() => setSetting(false)} />
          </>
        );
      }}
    </AwaitData>
  );
}

function RuleFacts({ rule }: { rule: DeadlineRuleFieldsFragment }) {
  const { t } = useTranslation("deadline-rules");
  const timeWords = useTimeWords();
  const { unit, warnAtPercent, escalateAfter, urgesWhenDueSoon, tellsAtAnyHour } = rule;
  return (
    <Details
      items={[
        ...times.map((time) => ({ label: t(`time.${time}`), value: timeWords(rule[time], unit) })),
        { label: t("warn"), value: t("warnAt", { percent: warnAtPercent }) },
        { label: t("escalate"), value: timeWords(escalateAfter, "MINUTES") ?? t("never") },
        { label: t("urges"), value: t(urgesWhenDueSoon ? "yes" : "no") },
        { label: t("anyHour"), value: t(tellsAtAnyHour ? "yes" : "no") },
      ]}
    />
  );
}
