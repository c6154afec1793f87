import { Button } from "antd-mobile";
import { useTranslation } from "react-i18next";
import { type Deed, deedsOf, type WorkItem } from "../ui/work/deeds.ts";
import type { PlainDeed } from "../ui/work/use-step.ts";
import { isAtOnce, placeOf } from "./steps.ts";
import { useGoing } from "./use-going.ts";
import { useTake } from "./use-take.ts";

/** What may be done with an item now; what is done at a desk is named, with the way there. */
export function WorkSteps({ item }: { item: WorkItem }) {
  const { t } = useTranslation(["phone", "work", "shell"]);
  const deeds = deedsOf(item);
  const here = deeds.filter((deed) => isAtOnce(deed) || placeOf(deed, item.id));
  const away = deeds.filter((deed) => !here.includes(deed));
  return (
    <div className="phone-steps">
      {here.map((deed, index) => (
        <Step key={deed.action} deed={deed} item={item} isFirst={index === 0} />
      ))}
      {away.length > 0 ? (
        <p className="note">
          {t("work.atADesk", { deeds: away.map(({ word }) => t(`work:deed.${word}`)).join(t("shell:mark.list")) })}{" "}
          <a href={`/my-work?open=${item.id}`}>{t("work.toDesk")}</a>
        </p>
      ) : null}
    </div>
  );
}

interface StepProps<D extends Deed = Deed> {
  deed: D;
  item: WorkItem;
  isFirst: boolean;
}

function Step({ deed, ...props }: StepProps) {
  const { to } = useGoing();
  if (isAtOnce(deed)) return <AtOnce deed={deed} {...props} />;
  return <StepButton deed={deed} {...props} onDo={() => to(placeOf(deed, props.item.id)!)} />;
}

function AtOnce(props: StepProps<PlainDeed>) {
  const [take, running] = useTake(props.deed, props.item);
  return <StepButton {...props} running={running} onDo={take} />;
}

function StepButton({
  deed,
  isFirst,
  running,
  onDo,
}: Omit<StepProps, "item"> & { running?: boolean; onDo: () => void }) {
  const { t } = useTranslation("work");
  return (
    <Button
      block
      size="large"
      color={deed.danger ? "danger" : isFirst ? "primary" : "default"}
      fill={deed.danger ? "outline" : "solid"}
      loading={running ?? false}
      onClick={onDo}
    >
      {t(`deed.${deed.word}`)}
    </Button>
  );
}
