import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";

interface PageHeaderProps {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

export function PageHeader({ title, note, actions, children }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <div className="page-header">
      <h1>{title}</h1>
      {note ? <span className="note">{note}</span> : null}
      {actions ? <div className="actions">{actions}</div> : null}
      {children ? <div className="below">{children}</div> : null}
    </div>
  );
}

export function usePageTitle(title: string) {
  const { t } = useTranslation("shell");
  const product = t("product");
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
