import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { mostSkipped, pageSize, pageSizes } from "../lib/list-state.ts";

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
}

/** Where to turn: by a cursor, by a number, or with so many rows. */
export interface Turn {
  after?: string | undefined;
  before?: string | undefined;
  page?: number | undefined;
  size?: number | undefined;
}

interface PagerProps {
  info: PageInfo;
  totalCount: number;
  onPage: (turn: Turn) => void;
  /** Which page it is and of how many rows, where the address says so. */
  place?: { page?: number | undefined; size?: number | undefined } | undefined;
  below?: ReactNode;
}

export function Pager({ info, totalCount, onPage, place, below }: PagerProps) {
  const { t } = useTranslation("shell");
  const turns = info.hasNextPage || info.hasPreviousPage;
  const turn = (to: Turn) => {
    onPage({ after: undefined, before: undefined, page: undefined, ...to });
    document.querySelector("main")?.scrollTo({ top: 0 });
  };
  const size = place?.size ?? pageSize;
  const pages = Math.max(1, Math.ceil(totalCount / size));
  const page = !info.hasNextPage && info.hasPreviousPage ? pages : Math.min(place?.page ?? 1, pages);
  const last = Math.min(pages, Math.floor(mostSkipped / size) + 1);
  const jump = (to: number) => turn(to > 1 ? { page: Math.min(to, last) } : {});
  return (
    <div className="pager">
      <div className="below">{below}</div>
      <span className="total">{t("table.total", { count: totalCount })}</span>
      {turns ? (
        <>
          <Button
            size="small"
            icon={<LeftOutlined />}
            disabled={!info.hasPreviousPage}
            onClick={() => turn({ before: info.startCursor ?? undefined, page: page > 2 ? page - 1 : undefined })}
          >
            {t("table.previous")}
          </Button>
          {place ? <span className="total">{t("pager.page", { page, pages })}</span> : null}
          <Button
            size="small"
            icon={<RightOutlined />}
            iconPlacement="end"
            disabled={!info.hasNextPage}
            onClick={() => turn({ after: info.endCursor ?? undefined, page: page + 1 })}
          >
            {t("table.next")}
          </Button>
        </>
      ) : null}
      {place && turns && pages > 2 ? <Jump key={page} page={page} last={last} onJump={jump} /> : null}
      {place && totalCount > pageSizes[0] ? (
        <select
          className="pager-size"
          aria-label={t("pager.sizeLabel")}
          value={size}
          onChange={({ target }) =>
            turn({ size: Number(target.value) === pageSize ? undefined : Number(target.value) })
          }
        >
          {pageSizes.map((each) => (
            <option key={each} value={each}>
              {t("pager.size", { count: each })}
            </option>
          ))}
        </select>
      ) : null}
    </div>
  );
}

function Jump({ page, last, onJump }: { page: number; last: number; onJump: (page: number) => void }) {
  const { t } = useTranslation("shell");
  return (
    <label className="pager-jump">
      {t("pager.jump")}
      <input
        type="number"
        min={1}
        max={last}
        defaultValue={page}
        onKeyDown={({ key, currentTarget }) =>
          key === "Enter" && currentTarget.value && onJump(currentTarget.valueAsNumber)
        }
        onBlur={({ currentTarget }) =>
          currentTarget.value && currentTarget.valueAsNumber !== page && onJump(currentTarget.valueAsNumber)
        }
      />
    </label>
  );
}
