import { addDays, dayIn, startOf } from "../days.ts";
import type { Random } from "../random.ts";

const minute = 60_000;

/** The moments of one story, each after the last. */
export class Timeline {
  #at: number;
  readonly #random;

  constructor(random: Random, start: Date) {
    this.#random = random;
    this.#at = start.getTime();
  }

  get at(): Date {
    return new Date(this.#at);
  }

  minutes(least: number, most: number): this {
    this.#at += this.#random.int(least * 60, most * 60) * 1000 + this.#random.int(1, 999);
    return this;
  }

  hours(least: number, most: number): this {
    return this.minutes(least * 60, most * 60);
  }

  /** On to office hours, where it is night. */
  daytime(): this {
    const day = dayIn(this.at);
    const since = (this.#at - Date.parse(startOf(day))) / minute;
    if (since >= 8.5 * 60 && since < 18.5 * 60) return this;
    const morning = Date.parse(startOf(since < 12 * 60 ? day : addDays(day, 1)));
    this.#at = morning + this.#random.int(8 * 60 + 35, 11 * 60) * minute;
    return this;
  }
}

export const ago = (now: Date, minutes: number) => new Date(now.getTime() - minutes * minute);
