import { OwnStationsDocument } from "@maple-bridge/schema/documents";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { BoardCard } from "./board-card.tsx";
import { LoadCard } from "./load-card.tsx";

/** What whoever answers for one station sees of it: who holds its seats, and how its officers are loaded. */
export function StationCards() {
  const { data } = useRead(OwnStationsDocument, {});
  const [station, ...others] = data?.bureau.stations.filter((each) => may(each, "REVIEW_WEEKS")) ?? [];
  if (!station || others.length > 0) return null;
  return (
    <>
      <BoardCard station={station} />
      <LoadCard station={station} />
    </>
  );
}
