import { asCode, keyOfName } from "#kernel/written";
import { groupBy } from "./group-by.ts";
import type { GroundGrid } from "./ground.ts";
import { soundOf } from "./name-likeness.ts";
import type { Refuse } from "./refusals.ts";

/** 东城村村民委员会, 东城村委会 and 东城村 are one village to a station. */
const placeKey = (name: string) =>
  keyOfName(name)
    .replace(/(村民委员会|村委会)$/, "村")
    .replace(/(居民委员会|居委会)$/, "社区")
    .replace(/(社区){2}$/, "社区")
    .replace(/村{2}$/, "村");

/** 东城 may be 东城村, which is asked. */
const soundOfPlace = (name: string) => {
  const key = placeKey(name);
  const bare = key.replace(/(社区|村)$/, "");
  return soundOf(bare.length > 1 ? bare : key);
};

/** The open grid of a station by its name, where one alone bears it. */
export function gridByName(grids: readonly GroundGrid[], today: string) {
  const byName = groupBy(grids, ({ name, stationId }) => `${stationId} ${placeKey(name)}`);
  return (name: string, stationId: string): GroundGrid | "AMBIGUOUS" | undefined => {
    const named = byName.get(`${stationId} ${placeKey(name)}`) ?? [];
    const open = named.filter(({ closedOn }) => closedOn === null || closedOn > today);
    return open.length > 1 ? "AMBIGUOUS" : open[0];
  };
}

/** Finds grids by code or, within a station, by name. */
export function gridFinder(grids: readonly GroundGrid[], today: string) {
  const byCode = new Map(grids.map((grid) => [asCode(grid.code), grid]));
  const byName = groupBy(grids, ({ name }) => placeKey(name));
  const bySound = groupBy(grids, ({ name }) => soundOfPlace(name));
  const isOpen = ({ closedOn }: GroundGrid) => closedOn === null || closedOn > today;
  const within = (stationId: string | undefined) => (grid: GroundGrid) =>
    stationId === undefined || grid.stationId === stationId;

  /** One that is closed is found where no open one is: what was settled there stays its own. */
  return (text: string, stationId: string | undefined, refuse: Refuse, field = "grid"): GroundGrid | undefined => {
    const coded = byCode.get(asCode(text));
    if (coded && !within(stationId)(coded)) return refuse(field, "ROW_GRID_OF_OTHER_STATION", { grid: coded.name });
    if (coded) return coded;
    const named = (byName.get(placeKey(text)) ?? []).filter(within(stationId));
    const open = named.filter(isOpen);
    const found = open.length > 0 ? open : named;
    if (found.length > 1) return refuse(field, "ROW_GRID_AMBIGUOUS", { count: found.length });
    if (found[0]) return found[0];
    const like = (bySound.get(soundOfPlace(text)) ?? []).filter(within(stationId)).find(isOpen);
    return like
      ? refuse(field, "ROW_UNKNOWN_GRID_LIKE", { like: like.name })
      : refuse(field, "ROW_UNKNOWN_GRID_NAME", { grid: text });
  };
}
