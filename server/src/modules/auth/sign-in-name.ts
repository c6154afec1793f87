/** `admin@410481` in its parts; also as a Chinese keyboard writes it, with full-width letters and ＠. */
export function readSignInName(text: string): { account: string; bureauCode: string } | undefined {
  const parts = /^([a-z0-9][a-z0-9._-]{1,39})@([0-9a-z-]{2,20})$/i.exec(text.normalize("NFKC").trim());
  return parts ? { account: parts[1]!.toLowerCase(), bureauCode: parts[2]! } : undefined;
}
