import { keyOfName } from "#kernel/written";
import type { MatterKind } from "#modules/matters";
import { groupBy } from "./group-by.ts";
import type { NameDecision } from "./import-options.ts";
import type { GroundCategory } from "./ledger-ground.ts";
import type { Refuse } from "./refusals.ts";

export interface NewCategory {
  id: string;
  kind: MatterKind;
  code: string;
  name: string;
  position: number;
}

/** A name of a category that is not there. While nobody has said what it means, nothing comes of it. */
export interface NamedCategory {
  name: string;
  rows: number;
  likes: string[];
  isAsked: boolean;
}

const mostLikes = 30;
const mostPosition = 999;

/** 邻里纠纷, 邻里矛盾 and 邻里 are one category. */
const stemOf = (name: string) => {
  const key = keyOfName(name);
  const stem = key.replace(/(类|类型)$/, "").replace(/(矛盾纠纷|纠纷|矛盾|安全隐患|隐患|争议)$/, "");
  return stem === "" ? key : stem;
};

/** The categories that a ledger names: those that are there, those said to be meant, and those it creates. */
export function categoryBook(
  known: readonly GroundCategory[],
  decisions: readonly NameDecision[] = [],
  newId: () => string,
) {
  const inForce = known.filter(({ endsAt }) => endsAt === null);
  const byName = groupBy(inForce, ({ kind, name }) => `${kind} ${keyOfName(name)}`);
  const byStem = groupBy(inForce, ({ kind, name }) => `${kind} ${stemOf(name)}`);
  const meant = new Map(decisions.map(({ written, means }) => [keyOfName(written), means]));
  const created = new Map<string, NewCategory>();
  const named = new Map<string, NamedCategory>();

  const find = (kind: MatterKind, name: string) =>
    (byName.get(`${kind} ${keyOfName(name)}`) ?? byStem.get(`${kind} ${stemOf(name)}`))?.[0]?.id ??
    created.get(`${kind} ${keyOfName(name)}`)?.id;

  function tell(name: string, likes: string[], isAsked: boolean) {
    const key = keyOfName(name);
    named.set(key, { name, likes, isAsked, rows: (named.get(key)?.rows ?? 0) + 1 });
  }

  function create(kind: MatterKind, name: string): string {
    const ofKind = [...known, ...created.values()].filter((each) => each.kind === kind);
    const codes = new Set(ofKind.map(({ code }) => code));
    let count = 1;
    while (codes.has(`LEDGER-${count}`)) count += 1;
    const last = Math.max(0, ...ofKind.map(({ position }) => position));
    const category = { id: newId(), kind, name, code: `LEDGER-${count}`, position: Math.min(last + 1, mostPosition) };
    created.set(`${kind} ${keyOfName(name)}`, category);
    return category.id;
  }

  return {
    categoryOf(kind: MatterKind, written: string | undefined, refuse: Refuse): string | undefined {
      if (!written) return find(kind, "其他") ?? refuse("category", "REQUIRED");
      const found = find(kind, written);
      if (found) {
        const own = created.get(`${kind} ${keyOfName(written)}`);
        if (own) tell(own.name, [], false);
        return found;
      }
      const means = meant.get(keyOfName(written));
      const other = means && find(kind, means);
      if (other) return other;
      if (means === null) {
        tell(written, [], false);
        return create(kind, written);
      }
      const likes = inForce.filter((each) => each.kind === kind).map(({ name }) => name);
      tell(written, likes.slice(0, mostLikes), true);
      return refuse("category", "ROW_CATEGORY_ASKED");
    },
    created: (): NewCategory[] => [...created.values()],
    named: (): NamedCategory[] => [...named.values()],
  };
}
