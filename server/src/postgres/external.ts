import type { Postgres } from "./types.ts";

interface Environment {
  DATABASE_URL?: string;
  DATABASE_OWNER_URL?: string;
}

/** A server of one's own: `DATABASE_URL` is the application role's, `DATABASE_OWNER_URL` the role's that migrates. */
export function externalPostgres(environment: Environment): Postgres | undefined {
  const { DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl } = environment;
  if (!applicationUrl) return undefined;
  const applicationRole = userOf("DATABASE_URL", applicationUrl);
  if (ownerUrl && userOf("DATABASE_OWNER_URL", ownerUrl) === applicationRole) {
    throw new Error(
      "DATABASE_URL and DATABASE_OWNER_URL must name different roles: the application's role owns nothing.",
    );
  }
  return { applicationUrl, applicationRole, ownerUrl, stop: async () => {}, onRespawn: () => {} };
}

function userOf(variable: string, url: string) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !["postgres:", "postgresql:"].includes(parsed.protocol) || !parsed.username) {
    throw new Error(`${variable} must be written as postgres://role:password@host:port/database.`);
  }
  return decodeURIComponent(parsed.username);
}
