import { useLocation, useRouter } from "@tanstack/react-router";
import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type MouseEvent, useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { tellDone } from "../lib/done.ts";
import { keepTabs, showTab, useTabs } from "../lib/page-tabs.ts";
import { afterClosing, type PageTab } from "../lib/tab-list.ts";
import type { Page } from "../lib/pages.ts";
import { pages } from "./features.ts";
import "./page-tabs.css";

/** The page of the menu that a path belongs to. */
const pageAt = (path: string): Page | undefined =>
  pages
    .filter(({ to }) => path === to || path.startsWith(`${to === "/" ? "" : to}/`))
    .toSorted((one, other) => other.to.length - one.to.length)[0];

/** Pages that were opened, each at the address at which it was left. */
export function PageTabs() {
  const { t } = useTranslation(["keys", "page"]);
  const { history } = useRouter();
  const { pathname, href } = useLocation();
  const tabs = useTabs();
  const shown = pageAt(pathname)?.to;
  const titleOf = (to: string) => t(`page:${pageAt(to)!.name}.title`);

  const show = useEffectEvent((tab: PageTab) => {
    const gone = showTab(tab);
    if (gone) tellDone({ text: t("tabs.gone", { title: titleOf(gone.to) }) });
  });
  useEffect(() => {
    if (shown !== undefined) show({ to: shown, href });
  }, [shown, href]);

  function close(to: string) {
    if (tabs.length === 1) return;
    const next = afterClosing(tabs, to, shown);
    keepTabs(tabs.filter((tab) => tab.to !== to));
    if (next) history.push(next.href);
  }
  function go(event: MouseEvent, tab: PageTab) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (tab.href !== href) history.push(tab.href);
  }
  return (
    <nav className="page-tabs" aria-label={t("tabs.label")}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to} data-shown={tab.to === shown || undefined}>
            <a
              href={tab.href}
              aria-current={tab.to === shown ? "page" : undefined}
              onClick={(event) => go(event, tab)}
              onAuxClick={(event) => {
                if (event.button !== 1) return;
                event.preventDefault();
                close(tab.to);
              }}
              onKeyDown={(event) => {
                if (event.key === "Delete") close(tab.to);
              }}
            >
              {titleOf(tab.to)}
            </a>
            {tabs.length > 1 ? (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t("tabs.close", { title: titleOf(tab.to) })}
                onClick={() => close(tab.to)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}
