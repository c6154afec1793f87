import { allRoles } from "@maple-bridge/server/kernel/actor";
import { type Caller, places } from "./callers.ts";

/** `pnpm test:long` asks everything; `npm test` a part of it that takes a minute at most. */
export const isLong = process.env["MAPLE_TESTS"] === "long";

/** How long a test may take on a machine that is busy with other things. */
export const longest = isLong ? 3_600_000 : 300_000;

/** In the short form what is asked most often is asked by one role after another, each time by somebody of every place. */
export const isTurn = (at: number, { number }: Caller) =>
  isLong || (at + Math.ceil(number / places.length)) % allRoles.length === 0;

/** What is asked in many ways is asked in each by one of all of them. */
export const isTurnOfOne = (at: number, { number }: Caller) =>
  isLong || (at + number) % (allRoles.length * places.length) === 0;
