/** Assignments as one would keep them on paper: a list, and nothing but comparisons of days. */
export interface Line {
  id: string;
  version: number;
  grid: number;
  member: number;
  duty: Duty;
  from: number;
  to: number;
}

export const duties = ["RESPONSIBLE_OFFICER", "AUXILIARY"] as const;
export type Duty = (typeof duties)[number];

export type Step =
  | { kind: "assign"; grid: number; member: number; duty: Duty; from: number; to: number }
  | { kind: "end"; line: number; at: number }
  | { kind: "replace"; line: number; member: number; at: number };

export const required: Record<Duty, number> = { RESPONSIBLE_OFFICER: 1, AUXILIARY: 2 };
const most: Record<Duty, number> = { RESPONSIBLE_OFFICER: 1, AUXILIARY: 2 };
export const forever = 1_000;
const lasts = (line: Line, day: number) => line.from <= day && day < line.to;

/** Days are whole numbers and now lies between 0 and 1: what begins by 0 has begun. */
export class Model {
  lines: Line[] = [];

  mayAssign(wanted: Omit<Line, "id" | "version">, except?: Line): boolean {
    if (wanted.from >= wanted.to) return false;
    for (let day = wanted.from; day < Math.min(wanted.to, 50); day++) {
      const there = this.holders(wanted.grid, wanted.duty, day).filter((line) => line !== except);
      if (there.length >= most[wanted.duty] || there.some((line) => line.member === wanted.member)) return false;
    }
    return true;
  }

  /** The day it would end, or undefined where it cannot. */
  endOf(line: Line, at: number): number | undefined {
    const end = at < line.from && line.from > 0 ? line.from : at;
    const isOver = line.to <= 0 || line.to <= line.from;
    return end < line.from || isOver || end > line.to ? undefined : end;
  }

  holders(grid: number, duty: Duty, day: number): Line[] {
    return this.lines
      .filter((line) => line.grid === grid && line.duty === duty && lasts(line, day))
      .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  }
}
