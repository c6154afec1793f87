import ipaddr from "ipaddr.js";

/** Whom an address counts for: an IPv4 address by itself, the /64 of an IPv6 one, which is what one customer has. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const bytes = ipaddr.process(address).toByteArray();
  if (bytes.length === 4) return bytes.join(".");
  return `${Buffer.from(bytes.slice(0, 8)).toString("hex")}/64`;
}
