import { isIPv6 } from "node:net";

/** What an address is counted under: an IPv4 address alone, an IPv6 one with its /64, all of which one subscriber has. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("%")[0]!.split("::");
  const [before, after] = [head, tail].map((part) => part.split(":").filter(Boolean));
  const missing = Math.max(0, 8 - before!.length - after!.length - (tail.includes(".") ? 1 : 0));
  const groups = [...before!, ...Array<string>(missing).fill("0"), ...after!];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
