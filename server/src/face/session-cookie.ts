/** Over https by a name that browsers take from nobody but this host, and only over https; over plain http by another. */
const nameOf = (isSecure: boolean) => (isSecure ? "__Host-maple_session" : "maple_session");

/** The headers that give a browser its session, or take it. Over https, one under the other name goes. */
export function sessionCookies(text: string | null, isSecure: boolean, expires?: Date): string[] {
  const own = cookie(nameOf(isSecure), text, isSecure, expires);
  return isSecure ? [own, cookie(nameOf(false), null, true)] : [own];
}

function cookie(name: string, text: string | null, isSecure: boolean, expires?: Date) {
  const until = text === null ? new Date(0) : expires;
  return [
    `${name}=${text ?? ""}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    ...(isSecure ? ["Secure"] : []),
    ...(until ? [`Expires=${until.toUTCString()}`] : []),
  ].join("; ");
}

const pattern = (name: string) => new RegExp(`(?:^|;\\s*)${name}=([\\w.-]+)`);
const secure = pattern(nameOf(true));
const plain = pattern(nameOf(false));

/** Over https the name that nobody else can set is the only one that counts. */
export const readSessionCookie = (cookies: string | undefined, isSecure: boolean): string | undefined =>
  cookies && (isSecure ? secure : plain).exec(cookies)?.[1];
