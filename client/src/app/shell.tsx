import { Outlet, useLocation } from "@tanstack/react-router";
import { Spin } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDone } from "../lib/done.ts";
import { closedPageAt } from "../lib/pages.ts";
import { useStayingLayer } from "../lib/layers.ts";
import { lazily } from "../lib/lazily.ts";
import { withWords } from "../lib/locale.ts";
import { useHasTabs } from "../lib/page-tabs.ts";
import { useShortcut } from "../lib/shortcuts.ts";
import { useIsTellerCalled } from "../lib/telling.ts";
import { usePresence, useWhole } from "../lib/use-inside.ts";
import { ViewerProvider, useViewer } from "../lib/viewer.tsx";
import { Later } from "../ui/later.tsx";
import { ProblemNote } from "../ui/problem-note.tsx";
import { SignInAgain } from "../features/sign-in/sign-in-again.tsx";
import { ClosedPage } from "./closed-page.tsx";
import { pages } from "./features.ts";
import { LineBanner } from "./line-banner.tsx";
import { SideMenu } from "./side-menu.tsx";
import { TopBar } from "./top-bar.tsx";
import { useMainFocus } from "./use-main-focus.ts";

const SessionEnd = lazily(() => import("./session-end.tsx"), "SessionEnd");
const MenuDrawer = lazily(() => import("./menu-drawer.tsx"), "MenuDrawer");
const DoneStrip = lazily(
  withWords("work", () => import("./done-strip.tsx")),
  "DoneStrip",
);
const PageTabs = lazily(
  withWords("keys", () => import("./page-tabs.tsx")),
  "PageTabs",
);
const Palette = lazily(
  withWords("keys", () => import("./palette.tsx")),
  "Palette",
);
const KeysDialog = lazily(
  withWords("keys", () => import("./keys-dialog.tsx")),
  "KeysDialog",
);
const Teller = lazily(() => import("./teller.tsx"), "Teller");

/** Everything a signed-in person sees around a page. */
export function Shell() {
  const { whole, problem, retry } = useWhole();
  if (whole)
    return (
      <ViewerProvider viewer={whole}>
        <Frame />
      </ViewerProvider>
    );
  return (
    <div className="lone">{problem ? <ProblemNote problem={problem} onRetry={retry} /> : <Spin size="large" />}</div>
  );
}

const settledMs = 5_000;

function Frame() {
  const { t } = useTranslation("shell");
  const [menuOpen, setMenuOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const hasTabs = useHasTabs();
  const [keysOpen, setKeysOpen] = useState(false);
  const main = useMainFocus();
  const viewer = useViewer();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const closed = closedPageAt(pages, path, viewer);
  useShortcut("mod+k", "find", () => setPaletteOpen((isOpen) => !isOpen));
  useShortcut("?", "keys", () => setKeysOpen((isOpen) => !isOpen));
  const isSettled = useSettledIn(settledMs);
  const done = useDone();
  const isTellerCalled = useIsTellerCalled();
  const standing = usePresence(viewer);
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <TopBar onMenu={() => setMenuOpen(true)} onPalette={() => setPaletteOpen(true)} />
      <div className="frame-told">
        <LineBanner />
        <Later when={hasTabs}>{hasTabs ? <PageTabs /> : null}</Later>
        <Later when={isSettled}>
          <SessionEnd />
        </Later>
      </div>
      <div className="side">
        <SideMenu />
      </div>
      <Later when={menuOpen}>
        <MenuDrawer open={menuOpen} onClose={() => setMenuOpen(false)} />
      </Later>
      <main id="main" ref={main} tabIndex={-1}>
        {closed ? <ClosedPage page={closed} /> : <Outlet />}
      </main>
      <Later when={paletteOpen}>
        <Palette open={paletteOpen} onClose={() => setPaletteOpen(false)} onKeys={() => setKeysOpen(true)} />
      </Later>
      <Later when={keysOpen}>
        <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
      </Later>
      <Later when={isTellerCalled || isSettled}>
        <Teller />
      </Later>
      <Later when={done !== undefined}>
        <DoneStrip done={done} />
      </Later>
      {standing === "over" ? <StayingDoor /> : null}
    </div>
  );
}

/** What need not come with the page itself comes a little later. */
function useSettledIn(ms: number) {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(true), ms);
    return () => window.clearTimeout(timer);
  }, [ms]);
  return isSettled;
}

/** Back leaves the door where it is. */
function StayingDoor() {
  useStayingLayer(true);
  return <SignInAgain />;
}
