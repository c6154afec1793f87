/** Words on a ground; each pair has a contrast of 4.5 or more, which a test holds. */
export const tones = {
  good: { words: "#135e2e", ground: "#e6f4ea", edge: "#a9d5b6" },
  soon: { words: "#7a4a00", ground: "#fdf0d5", edge: "#ecc98a" },
  bad: { words: "#a1101c", ground: "#fdecec", edge: "#f0b4b6" },
  quiet: { words: "#4a5160", ground: "#f0f2f5", edge: "#d5d9e0" },
  accent: { words: "#1d4f91", ground: "#e8eff9", edge: "#b5cae8" },
} as const;

export type Tone = keyof typeof tones;
