import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Post } from "./member.ts";
import { Period } from "./period.tsx";

export function PostTable({ title, posts }: { title: string; posts: readonly Post[] }) {
  const { t } = useTranslation(["members", "words"]);
  return (
    <table className="member-lines member-posts">
      <caption>
        {title} · {posts.length}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("posts.grid")}</th>
          <th scope="col">{t("posts.duty")}</th>
          <th scope="col">{t("posts.period")}</th>
          <th scope="col">{t("posts.concurrent")}</th>
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <tr key={post.id}>
            <td>
              <Link to="/grids" search={{ open: post.grid.id }}>
                {post.grid.name}
              </Link>{" "}
              <span className="badge">{post.grid.code}</span>
            </td>
            <td>{t(`words:duty.${post.duty}`)}</td>
            <td>
              <Period {...post} />
            </td>
            <td>{post.concurrentPost ?? "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
