import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { firstGap, useHasGap } from "../features/grids/first-gap.ts";
import { changePasswordAddress } from "../lib/doors.ts";
import { changeLocale, currentLocale } from "../lib/locale.ts";
import { sayRefused } from "../lib/telling.ts";
import { useSignOut } from "../lib/use-sign-out.ts";
import { may, useViewer } from "../lib/viewer.tsx";

/** Something that the palette does. */
export interface Act {
  id: string;
  sort: "acts";
  label: string;
  hint?: undefined;
  run: () => void;
}

/** What the viewer may do from anywhere, found by its words and their initials. */
export function usePaletteActs(wanted: string, onKeys: () => void): Act[] {
  const { t } = useTranslation("keys");
  const viewer = useViewer();
  const client = useClient();
  const hasGap = useHasGap();
  const navigate = useNavigate();
  const href = useRouterState({ select: (state) => state.location.href });
  const signOut = useSignOut();

  async function assignNext() {
    const place = await firstGap(client);
    await navigate({ to: "/grids", search: { gap: "ANY", ...(place && { open: place.id, assign: place.duty }) } });
  }
  async function leave() {
    const problem = await signOut();
    if (problem) sayRefused(problem.message);
  }
  const acts = {
    ...(hasGap && { assign: () => void assignNext() }),
    ...(may(viewer.bureau, "CREATE_GRID") && {
      newGrid: () => void navigate({ to: "/grids", search: { create: true } }),
    }),
    language: () => void changeLocale(currentLocale() === "en" ? "zh-CN" : "en"),
    keys: onKeys,
    password: () => window.location.assign(changePasswordAddress({ back: href })),
    signOut: () => void leave(),
  };
  return Object.entries(acts).flatMap(([name, run]) => {
    const { title, letters } = t(`act.${name as keyof typeof acts}`, { returnObjects: true });
    const isMeant = wanted !== "" && `${title} ${letters}`.toLowerCase().includes(wanted);
    return isMeant ? [{ id: `act-${name}`, sort: "acts" as const, label: title, run }] : [];
  });
}
