import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { type Recent, recentlyOpened, rememberOpened } from "../lib/recent.ts";

const sortOf: Readonly<Record<string, Recent["sort"]>> = {
  "/grids": "grids",
  "/members": "members",
  "/matters": "matters",
  "/dispatch": "work",
  "/system/units": "units",
};

interface Named {
  id: string;
  name?: unknown;
  title?: unknown;
  number?: unknown;
}

/** Keeps what a page's drawer shows among what was open lately. */
export function useRemembered(details: Named | null | undefined) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const { id, name, title, number } = details ?? { id: undefined };
  const label = [name, title, number].find((each) => typeof each === "string") as string | undefined;
  useEffect(() => {
    const sort = sortOf[path];
    if (id === undefined || label === undefined || !sort) return;
    const known = recentlyOpened().find((opened) => opened.id === id);
    rememberOpened(known ?? { id, sort, label, to: path, search: { open: id } });
  }, [id, label, path]);
}
