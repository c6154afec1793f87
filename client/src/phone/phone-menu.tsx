import { useTranslation } from "react-i18next";
import { Link, useRoute } from "wouter";

const places = [
  { to: "/", word: "today" },
  { to: "/duties", word: "duties" },
  { to: "/week", word: "week" },
  { to: "/mine", word: "mine" },
] as const;

/** The pages between which one goes by a thumb; within an item or a form it is out of the way. */
export function PhoneMenu() {
  const { t } = useTranslation("phone");
  const [isOfItem] = useRoute("/:kind/:id/:word?");
  const [isRegistering] = useRoute("/register");
  if (isOfItem || isRegistering) return null;
  return (
    <nav className="phone-menu" aria-label={t("menu")}>
      {places.map((place) => (
        <Place key={place.to} {...place} />
      ))}
    </nav>
  );
}

function Place({ to, word }: (typeof places)[number]) {
  const { t } = useTranslation("phone");
  const [isHere] = useRoute(to);
  return (
    <Link href={to} aria-current={isHere ? "page" : undefined}>
      {t(`${word}.menu`)}
    </Link>
  );
}
