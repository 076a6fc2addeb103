import { useTranslation } from 'react-i18next';
import type { ChosenMoment } from '../../../scan/session.ts';
import { classes } from '../../../ui/classes.ts';
import type { MomentGroup } from '../api.ts';
import styles from './MomentChoice.module.css';

interface MomentChoiceProps {
  groups: readonly MomentGroup[];
  chosen: string | null;
  onChoose: (moment: ChosenMoment) => void;
}

/** All moments as buttons large enough for a hand in a hurry, under the papers that have them. */
export function MomentChoice({ groups, chosen, onChoose }: MomentChoiceProps) {
  const { t, i18n } = useTranslation('scanning');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <div className={styles.groups}>
      {groups.map(({ every, types, moments }) => {
        const name = every ? t('moments.every') : list.format(types);
        return (
          // biome-ignore lint/a11y/useSemanticElements: buttons that belong together are no set of fields
          <div key={types.join()} role="group" aria-label={name} className={styles.group}>
            <h3 className={styles.name}>{name}</h3>
            <div className={styles.moments}>
              {moments.map((moment) => (
                <button
                  key={moment.name}
                  type="button"
                  aria-pressed={moment.name === chosen}
                  className={classes(styles.moment, moment.name === chosen && styles.chosen)}
                  onClick={() => onChoose(moment)}
                >
                  {moment.label}
                </button>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
