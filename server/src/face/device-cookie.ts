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

const pattern = (isSecure: boolean) => new RegExp(`(?:^|;\\s*)${name(isSecure)}=([\\w-]{43})(?:;|$)`);
const [secure, plain] = [pattern(true), pattern(false)];

/** Over https only by the name that no other host can set. */
export const readDeviceCookie = (cookies: string | undefined, isSecure: boolean): string | null =>
  (cookies && (isSecure ? secure : plain).exec(cookies)?.[1]) || null;
