import type { TreeUnit } from "./unit-tree.ts";

export const treeUnit = (id: string, parent?: string, row: Partial<TreeUnit> = {}): TreeUnit => ({
  id,
  name: id,
  kind: "TEAM",
  code: null,
  position: 0,
  openedOn: null,
  closedOn: null,
  isOpen: true,
  childKinds: [],
  isMatch: true,
  hasBranches: false,
  parent: parent ? { id: parent } : null,
  ...row,
});
