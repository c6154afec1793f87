const tone = (name: string) => ({
  words: `var(--${name})`,
  ground: `var(--${name}-ground)`,
  edge: `var(--${name}-edge)`,
});

/** Words on a ground; each pair has a contrast of 4.5 or more in either theme, which a test holds. */
export const tones = {
  good: tone("good"),
  soon: tone("soon"),
  bad: tone("bad"),
  quiet: tone("quiet"),
  accent: tone("accent"),
} as const;

export type Tone = keyof typeof tones;
