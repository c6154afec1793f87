import { GridTilesDocument, GridTownshipsDocument, type GridTilesQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { noTownship } from "../../lib/glossary.ts";
import { momentOf } from "../../lib/moments.ts";
import { countText } from "../../lib/numbers.ts";
import { type Patching, stringifySearch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { Section } from "../../ui/section.tsx";
import { tones } from "../../ui/tones.ts";
import { WhenSeen } from "../../ui/when-seen.tsx";
import { filterOf, type GridsSearch } from "./grids-search.ts";
import { tileOf } from "./tile.ts";

interface TilesProps {
  search: GridsSearch;
  open: Patching<GridsSearch>["open"];
}

/** The open grids of the day by townships, each with the colour of how its seats stand; a township is read when it comes in sight. */
export function GridTiles({ search, open }: TilesProps) {
  const { t } = useTranslation("pictures");
  const read = useRead(GridTownshipsDocument, { unitId: search.unit, at: momentOf(search.at) });
  return (
    <AwaitData read={read} rows={6}>
      {({ coverage }) => {
        const places = coverage
          .filter(({ grids }) => grids > 0)
          .map(({ division, grids }) => ({
            grids,
            code: division?.code ?? noTownship,
            name: division?.name ?? t("tiles.noTownship"),
          }))
          .filter(({ code }) => search.township === undefined || code === search.township);
        if (places.length === 0) return <EmptyNote title={t("tiles.none")} />;
        return (
          <>
            <p className="note">{t("tiles.note", { most })}</p>
            {places.map(({ code, name, grids }) => (
              <WhenSeen key={code} rows={heightOf(grids)}>
                <Township
                  search={{ ...search, township: code, closed: undefined }}
                  name={name}
                  rows={heightOf(grids)}
                  open={open}
                />
              </WhenSeen>
            ))}
          </>
        );
      }}
    </AwaitData>
  );
}

/** About as high as the tiles will be, so that what lies below them is not in sight before they are there. */
const heightOf = (grids: number) => 2 + Math.ceil(Math.min(grids, most) / 4);

/** So many grids of a township are drawn; the list has the others. */
const most = 100;

function Township({ search, name, rows, open }: TilesProps & { name: string; rows: number }) {
  const filter = filterOf(search);
  const short = { ...filter, hasVacancy: true };
  const deserted = { ...filter, deserted: true };
  const read = useRead(GridTilesDocument, { filter, short, deserted, at: momentOf(search.at) });
  const { data } = read;
  return (
    <Section title={name} actions={data ? <Figures search={search} name={name} data={data} /> : null}>
      <AwaitData read={read} rows={rows}>
        {({ grids }) => <Tiles grids={grids} search={search} open={open} />}
      </AwaitData>
    </Section>
  );
}

function Figures({ search, name, data }: { search: GridsSearch; name: string; data: GridTilesQuery }) {
  const { t } = useTranslation("pictures");
  const listed = { ...search, as: undefined };
  const [all, short, deserted] = [data.grids, data.short, data.deserted].map(({ totalCount }) => countText(totalCount));
  return (
    <span className="grid-tile-figures">
      <Link to="/grids" search={listed} aria-label={`${name} ${t("tiles.all", { count: all })}`}>
        {t("tiles.all", { count: all })}
      </Link>
      <Link
        to="/grids"
        search={{ ...listed, gap: search.gap ?? "ANY" }}
        aria-label={`${name} ${t("tiles.short", { count: short })}`}
      >
        {t("tiles.short", { count: short })}
      </Link>
      {data.deserted.totalCount > 0 ? (
        <Link
          to="/grids"
          search={{ ...listed, deserted: true }}
          aria-label={`${name} ${t("tiles.deserted", { count: deserted })}`}
        >
          {t("tiles.deserted", { count: deserted })}
        </Link>
      ) : null}
    </span>
  );
}

function Tiles({ grids: { nodes, totalCount }, search, open }: TilesProps & { grids: GridTilesQuery["grids"] }) {
  const { t } = useTranslation(["pictures", "words"]);
  if (nodes.length === 0) return <p className="note">{t("tiles.filtered")}</p>;
  return (
    <>
      <ul className="plain grid-tiles">
        {nodes.map((grid) => {
          const { tone, says } = tileOf(grid);
          const { words, ground, edge } = tones[tone];
          return (
            <li key={grid.id}>
              <a
                href={stringifySearch({ ...search, township: undefined, open: grid.id })}
                style={{ color: words, background: ground, borderColor: edge }}
                onClick={(event) => {
                  event.preventDefault();
                  open({ open: grid.id, assign: undefined });
                }}
              >
                <strong>{grid.name}</strong>
                <span>
                  {says === "short"
                    ? t("words:coverage.short", {
                        vacant: grid.coverage?.vacant,
                        days: grid.coverage?.longestDaysVacant,
                      })
                    : t(`tiles.says.${says}`)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {totalCount > nodes.length ? (
        <p className="note">
          {t("tiles.more", { count: totalCount - nodes.length })}{" "}
          <Link to="/grids" search={{ ...search, as: undefined }}>
            {t("tiles.toList")}
          </Link>
        </p>
      ) : null}
    </>
  );
}
