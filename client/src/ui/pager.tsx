import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../lib/lazily.ts";
import { mostSkipped, pageSize, pageSizes } from "../lib/list-state.ts";
import { Later } from "./later.tsx";

const PagerTools = lazily(() => import("./pager-tools.tsx"), "PagerTools");

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
      {place && totalCount > pageSizes[0] ? (
        <Later when>
          <PagerTools key={page} page={page} last={pages > 2 ? last : 1} size={size} onJump={jump} onTurn={turn} />
        </Later>
      ) : null}
    </div>
  );
}
