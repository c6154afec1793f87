import { OwnStationsDocument } from "@maple-bridge/schema/documents";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";

/** The stations that the viewer answers for; none until they are known. */
export function useOwnStations() {
  const { data } = useRead(OwnStationsDocument, {});
  return data?.bureau.stations.filter((each) => may(each, "REVIEW_WEEKS")) ?? [];
}
