import type { ReactNode } from "react";
import { type Tone, tones } from "./tones.ts";

/** A coloured word: the words say it, the colour only helps. */
export function Light({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { words, ground, edge } = tones[tone];
  return (
    <span className="light" style={{ color: words, background: ground, borderColor: edge }}>
      {children}
    </span>
  );
}
