const name = (isSecure: boolean) => (isSecure ? "__Host-maple_device" : "maple_device");
const keptMs = 180 * 86_400_000;

/** The header by which a browser is known again at the next sign-in. */
export const deviceCookie = (secret: string, isSecure: boolean, now: Date): string =>
  [
    `${name(isSecure)}=${secret}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    ...(isSecure ? ["Secure"] : []),
    `Expires=${new Date(now.getTime() + keptMs).toUTCString()}`,
  ].join("; ");

export const readDeviceCookie = (cookies: string | undefined): string | null =>
  (cookies && /(?:^|;\s*)(?:__Host-)?maple_device=([\w-]{43})(?:;|$)/.exec(cookies)?.[1]) || null;
