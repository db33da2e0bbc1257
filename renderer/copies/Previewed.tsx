import { useId } from 'react';
import type { CopyPreview } from '../../shared/bridge/copies';
import { Button } from '../parts/Button';
import { Facts } from '../parts/Facts';
import { copiesText } from '../text/copies';
import { centreText, previewLines } from '../text/copyTaken';
import { dayText, hourText } from '../text/times';
import styles from './copies.module.css';

const { restore: words } = copiesText;

/** What a copy holds against what is here, and the one confirmation. */
export function Previewed(props: {
  readonly preview: CopyPreview;
  readonly busy: boolean;
  onConfirm(): void;
  onLeave(): void;
}) {
  const { preview, busy, onConfirm, onLeave } = props;
  const title = useId();
  const { of, madeAt, fresh, beside } = preview;
  const made = `${dayText(madeAt, of.zone)} à ${hourText(madeAt, of.zone)}`;
  const nothing = fresh + beside === 0;
  return (
    <section className={styles.option} aria-labelledby={title}>
      <h3 id={title}>{words.preview}</h3>
      <Facts>
        <dt>{words.centre}</dt>
        <dd>{centreText(of)}</dd>
        {previewLines(preview, made).map(([name, value]) => (
          <FactLine key={name} name={name} value={value} />
        ))}
      </Facts>
      <p role="status">{nothing ? words.nothing : words.nothingYet}</p>
      <div className={styles.buttons}>
        {!nothing && (
          <Button look="primary" size="big" autoFocus isDisabled={busy} onPress={onConfirm}>
            {busy ? words.restoring : words.confirm(fresh + beside)}
          </Button>
        )}
        <Button size="big" isDisabled={busy} onPress={onLeave}>
          {words.leave}
        </Button>
      </div>
    </section>
  );
}

function FactLine({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
