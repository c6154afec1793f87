export {
  anyOf,
  column,
  list,
  From,
  many,
  nodeById,
  one,
  type OrderTerm,
  type PageOrder,
  pages,
  rowWhere,
  self,
  sqlOf,
  through,
} from "./read/sources.ts";
export { identifier, join, literal, parameter, raw, sql, type Fragment, type Parameter } from "./read/fragment.ts";
export { everything, inReach, isNow, nothing, ofBureau, type Reading, wholly } from "./read/reading.ts";
export { everyones, onlyBy } from "./read/open-sight.ts";
export { query, type RowOf, rowUnder } from "./read/relation.ts";
export { connectionOf, Node, PageInfo, type Ref, typeOfRow } from "./read/node.ts";
export { asked, atLeast, atMost, equals, laterConditions, where } from "./read/conditions.ts";
export { laterOrders, ordersOf } from "./read/orders.ts";
export { listOf, lists } from "./read/lists.ts";
export { PageArgs } from "./read/page-args.ts";
export { readRow, readRows } from "./read/execute.ts";
export { type Action, viewerMay } from "./read/viewer-may.ts";
export { finds } from "./read/searched.ts";
export { dayAt, today } from "./read/today.ts";
export { hasTimeLeft, inForce, isOnDay } from "./read/in-force.ts";
export { extension } from "./read/extension.ts";
export { askedIds, askInCommand, composedOnce, inCommand, readingIn } from "./read/in-command.ts";
export { findSeen, lockAllSeen, lockSeen } from "./read/lock-seen.ts";
