import { MyDayDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../lib/use-read.ts";
import { EmptyNote } from "../ui/empty-note.tsx";
import { Light } from "../ui/light.tsx";
import { PersonName } from "../ui/person-name.tsx";
import { Section } from "../ui/section.tsx";
import { AwaitAnswer } from "./await-answer.tsx";
import { PageHead } from "./page-head.tsx";

/** The standing duties of the seats that one answers for today. */
export function DutiesPage() {
  const { t } = useTranslation(["phone", "words"]);
  const read = useRead(MyDayDocument, { first: 30 });
  return (
    <>
      <PageHead title={t("duties.title")} />
      <div className="phone-page">
        <AwaitAnswer read={read}>
          {({ myDay }) =>
            !myDay || myDay.seats.length === 0 ? (
              <EmptyNote title={t("duties.noSeat")} />
            ) : (
              myDay.seats.map(({ id, grid, duty, isStoodIn, holder, duties }) => (
                <Section key={id} title={[grid?.name, t(`words:duty.${duty}`)].filter(Boolean).join(" · ")}>
                  {isStoodIn ? (
                    <p className="phone-line">
                      <Light tone="accent">{t("duties.stoodIn")}</Light>
                      {holder ? <PersonName name={holder.name} badge={holder.badge} /> : null}
                    </p>
                  ) : null}
                  {duties.length === 0 ? <p className="note">{t("duties.none")}</p> : null}
                  <ol className="phone-duties">
                    {duties.map((line) => (
                      <li key={line.id}>
                        <strong>{line.title}</strong>
                        {line.text ? <p className="note phone-text">{line.text}</p> : null}
                      </li>
                    ))}
                  </ol>
                </Section>
              ))
            )
          }
        </AwaitAnswer>
      </div>
    </>
  );
}
