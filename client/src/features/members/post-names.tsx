import { useTranslation } from "react-i18next";
import type { Post } from "./member.ts";

export function PostNames({ posts }: { posts: readonly Post[] }) {
  const { t } = useTranslation("words");
  return (
    <ul className="member-posts-ended">
      {posts.map((post) => (
        <li key={post.id}>
          {post.grid.name} <span className="badge">{post.grid.code}</span> · {t(`duty.${post.duty}`)}
        </li>
      ))}
    </ul>
  );
}
