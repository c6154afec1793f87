import { useTranslation } from "react-i18next";
import { usePageTitle } from "../ui/page-header.tsx";
import type { ReactNode } from "react";
import { useGoing } from "./use-going.ts";

interface PageHeadProps {
  title: string;
  /** Within an item or a form. */
  withBack?: boolean;
  children?: ReactNode;
}

export function PageHead({ title, withBack = false, children }: PageHeadProps) {
  const { t } = useTranslation("phone");
  const { back } = useGoing();
  usePageTitle(title);
  return (
    <header className="phone-head">
      {withBack ? (
        <button type="button" className="phone-back" aria-label={t("back")} onClick={back}>
          <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
            <path d="M10.5 2.5 5 8l5.5 5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      ) : null}
      <h1>{title}</h1>
      {children}
    </header>
  );
}
