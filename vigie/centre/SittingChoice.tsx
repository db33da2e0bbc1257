import { Select } from '../../renderer/parts/Select';
import { capital, dayText } from '../../renderer/text/times';
import type { TimedSitting } from '../../shared/exam/session/today';
import type { CentreCode } from '../../shared/exchange/names';
import { go } from '../frame/routes';
import { centreText } from '../text/centre';

/** Which sitting of the centre is shown: the one under way, or one that is past or to come. */
export function SittingChoice(props: {
  readonly centre: CentreCode;
  readonly sittings: readonly TimedSitting[];
  readonly shown: TimedSitting;
  readonly zone: string;
}) {
  const { centre, sittings, shown, zone } = props;
  return (
    <Select
      label={centreText.sitting}
      value={shown.id}
      options={sittings.map(({ id, start, sitting }) => ({
        value: id,
        label: `${capital(dayText(start, zone))} · ${sitting.start}`,
      }))}
      onChange={(value) => {
        const sitting = sittings.find(({ id }) => id === value);
        if (sitting) go({ path: 'centre', centre, sitting: sitting.id, room: null });
      }}
    />
  );
}
