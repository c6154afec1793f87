const name = "maple_session";

/** The header that gives a browser its session, or takes it. */
export function sessionCookie(text: string | null, isSecure: boolean, expires?: Date): string {
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

export const readSessionCookie = (cookies: string | undefined): string | undefined =>
  cookies && /(?:^|;\s*)maple_session=([\w.-]+)/.exec(cookies)?.[1];
