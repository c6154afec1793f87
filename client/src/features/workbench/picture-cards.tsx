import { DutiesCard } from "./duties-card.tsx";
import { LaneCard } from "./lane-card.tsx";
import { useOwnStations } from "./use-own-stations.ts";

/** What is settled for the next ninety days; of whoever answers for several stations, which of them lacks whom. */
export function PictureCards() {
  const stations = useOwnStations();
  return (
    <>
      {stations.length > 1 ? <DutiesCard /> : null}
      <LaneCard />
    </>
  );
}
