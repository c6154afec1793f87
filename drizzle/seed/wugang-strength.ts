import { placeOf, townshipsOf, type Committee, type Township } from "./counties.ts";
import { inventPeople, type MemberKind, type Person } from "./people.ts";
import { randomFrom } from "./random.ts";
import { runs, shares } from "./shares.ts";

export interface Post {
  person: Person;
  committees: Committee[];
}

export interface StationStrength {
  place: string;
  township: Township;
  policeRooms: Committee[][];
  officers: Post[];
  /** One of each for every grid. */
  auxiliaries: Post[];
  mediators: Post[];
  securityDirectors: Post[];
}

/** 矿源社区, the last of the 29 communities: recorded as a division, its grid closed. */
export const closedGridCode = "410481005001";

/** Who works where in 舞钢: 14 stations, 27 police rooms, 219 grids, 687 invented members. */
export function wugangStrength(): StationStrength[] {
  const people = inventPeople(randomFrom(4_104_810), "041", 0);
  const townships = townshipsOf("410481");
  const openIn = (township: Township) => township.committees.filter(({ code }) => code !== closedGridCode);
  const sizes = townships.map((township) => openIn(township).length);
  const officers = shares(30, sizes);
  const policeRooms = shares(27, sizes);
  const oneEach = (kind: MemberKind, committees: Committee[]) =>
    committees.map((each) => ({ person: people.next(kind), committees: [each] }));
  return townships.map((township, index) => {
    const committees = openIn(township);
    return {
      place: placeOf(township),
      township,
      policeRooms: runs(committees, policeRooms[index] ?? 1),
      officers: runs(committees, officers[index] ?? 1).map((grids) => ({
        person: people.next("OFFICER"),
        committees: grids,
      })),
      auxiliaries: oneEach("AUXILIARY", committees),
      mediators: oneEach("MEDIATOR", committees),
      securityDirectors: oneEach("SECURITY_DIRECTOR", committees),
    };
  });
}
