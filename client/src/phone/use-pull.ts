import { type TouchEvent, useEffect, useRef, useState } from "react";

/** So far a thumb draws before it counts, in pixels; the page follows by half of it. */
const enough = 120;

/** Pulling the page down at its top reads it again. */
export function usePull(onPull: () => Promise<unknown>) {
  const start = useRef<number>(undefined);
  const [drawn, setDrawn] = useState(0);
  const [isReading, setReading] = useState(false);

  // Else the browser would load the whole document anew by the same gesture.
  useEffect(() => {
    const { style } = document.documentElement;
    style.overscrollBehaviorY = "contain";
    return () => void (style.overscrollBehaviorY = "");
  }, []);

  async function end() {
    const isMeant = drawn >= enough;
    start.current = undefined;
    setDrawn(0);
    if (!isMeant || isReading) return;
    setReading(true);
    await onPull();
    setReading(false);
  }

  return {
    isReading,
    /** It is read again when the thumb lets go. */
    isEnough: drawn >= enough,
    offset: Math.min(drawn, enough * 1.5) / 2,
    pulled: {
      onTouchStart: ({ touches }: TouchEvent) => {
        start.current = window.scrollY <= 0 && touches.length === 1 ? touches[0]!.clientY : undefined;
      },
      onTouchMove: ({ touches }: TouchEvent) => {
        if (start.current !== undefined) setDrawn(Math.max(0, touches[0]!.clientY - start.current));
      },
      onTouchEnd: () => void end(),
      onTouchCancel: () => setDrawn(0),
    },
  };
}
