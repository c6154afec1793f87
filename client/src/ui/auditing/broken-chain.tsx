import type { ChainCheckFieldsFragment } from "@maple-bridge/schema/documents";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useChainWords } from "./chain-words.ts";
import "./chain.css";

/** That the log is not as it was written, as loudly as can be. */
export function BrokenChain({ check }: { check: ChainCheckFieldsFragment }) {
  const { t } = useTranslation("auditing");
  const wordsOf = useChainWords();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="chain-broken"
      title={t("chain.brokenTitle")}
      description={
        <>
          {check.result ? <p>{wordsOf(check, check.result)}</p> : null}
          <p>{t("chain.brokenHint")}</p>
          <p>{t("chain.stands")}</p>
        </>
      }
    />
  );
}
