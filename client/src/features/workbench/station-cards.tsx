import { BoardCard } from "./board-card.tsx";
import { ComingCard } from "./coming-card.tsx";
import { LoadCard } from "./load-card.tsx";
import { useOwnStations } from "./use-own-stations.ts";

/** What ends soon; and of whoever answers for one station, who holds its seats and how its officers are loaded. */
export function StationCards() {
  const [station, ...others] = useOwnStations();
  return (
    <>
      <ComingCard />
      {station && others.length === 0 ? (
        <>
          <BoardCard station={station} />
          <LoadCard station={station} />
        </>
      ) : null}
    </>
  );
}
