import { registerEnumType } from "type-graphql";

export enum DayChangeKind {
  CAME = "CAME",
  LEFT = "LEFT",
  GAP_OPENED = "GAP_OPENED",
  GAP_CLOSED = "GAP_CLOSED",
}

registerEnumType(DayChangeKind, {
  name: "DayChangeKind",
  description: "How a seat stands on the later of two days, and did not on the earlier one.",
  valuesConfig: {
    CAME: { description: "A member holds a seat of the station who did not hold it before 到任." },
    LEFT: { description: "A member held a seat of the station who no longer holds it 离任." },
    GAP_OPENED: { description: "A seat that the standard asks for is vacant, and was not 新增空缺." },
    GAP_CLOSED: { description: "A seat was vacant, and is no longer 消除空缺." },
  },
});

export enum DayChangeCause {
  GRID_OPENED = "GRID_OPENED",
  GRID_CLOSED = "GRID_CLOSED",
  GRID_MOVED = "GRID_MOVED",
  STANDARD = "STANDARD",
}

registerEnumType(DayChangeCause, {
  name: "DayChangeCause",
  description: "What else changed, besides who holds the seats.",
  valuesConfig: {
    GRID_OPENED: { description: "The grid was not open on the earlier day." },
    GRID_CLOSED: { description: "The grid is not open on the later day." },
    GRID_MOVED: { description: "The grid was of another station on one of the days." },
    STANDARD: {
      description: "Another number of holders is asked for: by the standard, or because the grid is of another kind.",
    },
  },
});
