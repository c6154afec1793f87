import { OwnStationsDocument } from "@maple-bridge/schema/documents";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { BoardCard } from "./board-card.tsx";
import { ComingCard } from "./coming-card.tsx";
import { LoadCard } from "./load-card.tsx";

/** What ends soon; and of whoever answers for one station, who holds its seats and how its officers are loaded. */
export function StationCards() {
  const { data } = useRead(OwnStationsDocument, {});
  const [station, ...others] = data?.bureau.stations.filter((each) => may(each, "REVIEW_WEEKS")) ?? [];
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
