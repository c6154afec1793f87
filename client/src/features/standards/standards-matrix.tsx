import type { Complexity, GridKind, StandardFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { complexities, duties, gridKinds } from "../../lib/glossary.ts";
import { keyOf, type Post } from "./post.ts";
import { rangeText } from "./range-text.ts";
import { usePostWords } from "./use-post-words.ts";

interface MatrixProps {
  standards: readonly StandardFieldsFragment[];
  openKey: string | undefined;
  onOpen: (key: string) => void;
}

/** Down the kinds of grid, across the duties; each cell opens its history. */
export function StandardsMatrix({ standards, openKey, onOpen }: MatrixProps) {
  const { t } = useTranslation(["standards", "words", "page"]);
  const byPost = new Map(standards.map((standard) => [keyOf(standard), standard]));
  const cell = (post: Post) => (
    <td key={post.duty}>
      <PostButton post={post} standard={byPost.get(keyOf(post))} isOpen={keyOf(post) === openKey} onOpen={onOpen} />
    </td>
  );
  return (
    <div className="standard-matrix-frame">
      <table className="standard-matrix" aria-label={t("page:standards.title")}>
        <thead>
          <tr>
            <th scope="col">{t("gridKind")}</th>
            <th scope="col">{t("complexity")}</th>
            {duties.map((duty) => (
              <th key={duty} scope="col">
                {t(`words:duty.${duty}`)}
              </th>
            ))}
          </tr>
        </thead>
        {gridKinds.map((gridKind) => (
          <tbody key={gridKind}>
            {complexities.map((complexity, index) => (
              <tr key={complexity}>
                {index === 0 ? <KindHead gridKind={gridKind} /> : null}
                <ComplexityHead complexity={complexity} />
                {duties.map((duty) => cell({ gridKind, complexity, duty }))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function KindHead({ gridKind }: { gridKind: GridKind }) {
  const { t } = useTranslation("words");
  return (
    <th scope="rowgroup" rowSpan={complexities.length}>
      {t(`gridKind.${gridKind}`)}
    </th>
  );
}

function ComplexityHead({ complexity }: { complexity: Complexity }) {
  const { t } = useTranslation("words");
  return (
    <th scope="row" className="standard-complexity">
      {t(`complexity.${complexity}`)}
    </th>
  );
}

interface PostButtonProps {
  post: Post;
  standard: StandardFieldsFragment | undefined;
  isOpen: boolean;
  onOpen: (key: string) => void;
}

function PostButton({ post, standard, isOpen, onOpen }: PostButtonProps) {
  const { t } = useTranslation("standards");
  const { postWords, rangeWords } = usePostWords();
  const says = standard ? rangeWords(standard) : t("nobody");
  return (
    <button
      type="button"
      aria-pressed={isOpen}
      title={says}
      className={standard?.atLeast ? "standard-asked" : undefined}
      onClick={() => onOpen(keyOf(post))}
    >
      <span className="unseen">{postWords(post)} </span>
      {standard ? rangeText(standard) : "—"}
    </button>
  );
}
