import { keyOfName } from "#kernel/written";
import type { UnitFinder } from "./find-unit.ts";
import type { GroundUnit } from "./ground.ts";
import { soundOf } from "./name-likeness.ts";
import type { Refuse } from "./refusals.ts";

export interface NewStation {
  id: string;
  name: string;
}

/** A name that the file uses for a station that is not there, or may be another one's. */
export interface NamedStation {
  name: string;
  rows: number;
  /** What it may mean. While nobody has said so, the name is asked about, and creates nothing. */
  likes: string[];
  isAsked: boolean;
}

export interface StationNames {
  stationNames: string[];
  /** The names were made from the township's. */
  isStationOfTownship: boolean;
  townshipName?: string;
}

interface Ground {
  findUnit: UnitFinder;
  /** Names that stand below the root. */
  taken: ReadonlySet<string>;
  createStations: boolean;
  newId: () => string;
}

/** The stations that a file names, and those it is to create. */
export function stationBook({ findUnit, taken, createStations, newId }: Ground) {
  /** Those that are not to be created, too: what else the file calls them is told at once. */
  const created = new Map<string, NewStation>();
  const createdBySound = new Map<string, string[]>();
  const named = new Map<string, NamedStation>();
  const likes = new Map<string, string[]>();
  /** The township whose name first led to a station. */
  const townshipOf = new Map<string, string>();
  const isStation = (unit: GroundUnit) => unit.kind === "STATION";

  function tell(name: string, likes: string[], isAsked: boolean) {
    const key = keyOfName(name);
    const before = named.get(key);
    named.set(key, { name: before?.name ?? name, rows: (before?.rows ?? 0) + 1, likes, isAsked });
  }

  function create(name: string, field: string, refuse: Refuse): NewStation | undefined {
    const key = keyOfName(name);
    if (taken.has(key)) return refuse(field, "ROW_NOT_A_STATION");
    const before = created.get(key);
    if (before) return before;
    const station = { id: newId(), name };
    created.set(key, station);
    const sound = soundOf(name);
    createdBySound.set(sound, [...(createdBySound.get(sound) ?? []), name]);
    return station;
  }

  /** Names of other stations, those to be created too, that it may be a spelling of. */
  function likesOf(name: string): string[] {
    const key = keyOfName(name);
    const before = likes.get(key);
    if (before) return before;
    const found = [...findUnit.like(name, isStation), ...(createdBySound.get(soundOf(name)) ?? [])];
    likes.set(key, found);
    return found;
  }

  function stationNamed(
    names: readonly string[],
    written: string,
    field: string,
    refuse: Refuse,
  ): NewStation | undefined {
    const found = findUnit.find(names, isStation);
    if (found.unit) return found.unit;
    if (found.code) return refuse(field, found.code, found.params);
    const decided = findUnit.decided(written);
    const name = decided ?? names[0]!;
    const isKnown = decided !== undefined || created.has(keyOfName(name));
    const similar = isKnown ? [] : likesOf(name);
    const [like] = similar;
    if (like && !createStations) return refuse(field, "ROW_UNKNOWN_STATION_LIKE", { like });
    if (createStations) tell(name, similar, like !== undefined);
    if (like) return refuse(field, "ROW_STATION_LIKE", { like });
    const station = create(name, field, refuse);
    if (station && !createStations) refuse(field, "ROW_UNKNOWN_STATION");
    return station;
  }

  /** Two townships whose names lead to one station may well have two: it is asked, not assumed. */
  function ofOneTownship(
    { id, name }: NewStation,
    township: string,
    field: string,
    refuse: Refuse,
  ): string | undefined {
    const first = townshipOf.get(id) ?? township;
    townshipOf.set(id, first);
    if (keyOfName(first) === keyOfName(township) || findUnit.decided(township) !== undefined) return id;
    tell(township, [name], true);
    return refuse(field, "ROW_STATION_OF_TWO", { other: first, station: name });
  }

  return {
    /** `held` is the station of a grid that is there. */
    stationOf(
      { stationNames, isStationOfTownship, townshipName }: StationNames,
      held: string | undefined,
      refuse: Refuse,
    ): string | undefined {
      const field = isStationOfTownship ? "townshipName" : "stationName";
      const decided = isStationOfTownship ? findUnit.decided(townshipName!) : undefined;
      // A township that has a station of its own names it whole.
      const names = decided === null ? stationNames.slice(-1) : decided ? [decided] : stationNames;
      const station = stationNamed(names, decided === undefined ? names[0]! : (townshipName ?? ""), field, refuse);
      const isAsked = isStationOfTownship && station?.id !== held;
      return station && isAsked ? ofOneTownship(station, townshipName!, field, refuse) : station?.id;
    },
    created: (): NewStation[] => (createStations ? [...created.values()] : []),
    named: (): NamedStation[] => [...named.values()],
  };
}
