import { Outlet, useLocation } from "@tanstack/react-router";
import { Spin } from "antd";
import { ViewerDocument } from "@maple-bridge/schema/documents";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { listenToServer } from "../lib/server-events.ts";
import { closedPageAt } from "../lib/pages.ts";
import { lazily } from "../lib/lazily.ts";
import { useShortcut } from "../lib/shortcuts.ts";
import { useRead } from "../lib/use-read.ts";
import { ViewerProvider, useViewer } from "../lib/viewer.tsx";
import { knowOwner, tellOfComing, useStanding } from "../lib/whose.ts";
import { Later } from "../ui/later.tsx";
import { ProblemNote } from "../ui/problem-note.tsx";
import { SignInAgain } from "../features/sign-in/sign-in-again.tsx";
import { ClosedPage } from "./closed-page.tsx";
import { pages } from "./features.ts";
import { SideMenu } from "./side-menu.tsx";
import { TopBar } from "./top-bar.tsx";
import { useMainFocus } from "./use-main-focus.ts";

const MenuDrawer = lazily(() => import("./menu-drawer.tsx"), "MenuDrawer");
const Palette = lazily(() => import("./palette.tsx"), "Palette");

const doors = new Set(["UNAUTHENTICATED", "PASSWORD_CHANGE_REQUIRED"]);

/** Everything a signed-in person sees around a page. */
export function Shell() {
  const read = useRead(ViewerDocument, {});
  const { viewer, bureau } = read.data ?? {};
  const whole = useMemo(() => viewer && bureau && { ...viewer, bureau }, [viewer, bureau]);
  if (whole)
    return (
      <ViewerProvider viewer={whole}>
        <Frame />
      </ViewerProvider>
    );
  if (read.problem && !doors.has(read.problem.code))
    return (
      <div className="lone">
        <ProblemNote problem={read.problem} onRetry={read.retry} />
      </div>
    );
  return (
    <div className="lone">
      <Spin size="large" />
    </div>
  );
}

function Frame() {
  const { t } = useTranslation("shell");
  const [menuOpen, setMenuOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const main = useMainFocus();
  const viewer = useViewer();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const closed = closedPageAt(pages, path, viewer);
  useShortcut("mod+k", () => setPaletteOpen((isOpen) => !isOpen));
  const standing = useStanding();
  useEffect(() => (standing === "own" ? listenToServer(viewer.id) : undefined), [standing, viewer.id]);
  useEffect(() => knowOwner(`${viewer.displayName} ${viewer.name}`), [viewer]);
  useEffect(tellOfComing, []);
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <TopBar onMenu={() => setMenuOpen(true)} onPalette={() => setPaletteOpen(true)} />
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
        <Palette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
      </Later>
      {standing === "over" ? <SignInAgain /> : null}
    </div>
  );
}
