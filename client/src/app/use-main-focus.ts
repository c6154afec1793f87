import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** A new page takes the focus, so that Tab and a screen reader start there; the first one leaves it where it is. */
export function useMainFocus() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus();
    before.current = path;
  }, [path]);
  return main;
}
