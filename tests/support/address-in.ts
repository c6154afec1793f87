import { join } from "node:path";

/** Where a database's URL leads to: a host and a port, or a socket. */
export function addressIn(url: string): { host: string; port: number } | { path: string } {
  const { hostname, port } = new URL(url);
  const host = decodeURIComponent(hostname);
  return host.startsWith("/") ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port: Number(port) };
}
