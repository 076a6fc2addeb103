import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StationLabel as Command } from '../../../shared/contracts/labels.ts';
import { fetchFile } from '../api/fetch-file.ts';
import { useAddress } from '../api/use-address.ts';
import { useProblemText } from '../app/form/use-problem-text.ts';
import { Failed, Loading } from '../ui/Notice.tsx';
import styles from './StationLabel.module.css';

/** A label of the station as the server prints it, to be scanned from the screen: white in both themes. */
export function StationLabel({ command }: { command: Command }) {
  const { t, i18n } = useTranslation(['parts', 'common']);
  const problems = useProblemText();
  const picture = useQuery({
    queryKey: ['labels', 'station', command, i18n.language],
    queryFn: () => fetchFile('/labels/station.svg', {}, { command }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const address = useAddress(picture.data);
  if (picture.error) {
    return (
      <Failed
        text={problems.reading(picture.error)}
        again={t('common:list.again')}
        onAgain={() => picture.refetch()}
      />
    );
  }
  return (
    <div className={styles.label} aria-busy={!address}>
      {address ? (
        <img src={address} alt={t(`parts:stationLabel.${command}`)} />
      ) : (
        <Loading text={t('common:shell.loading')} />
      )}
    </div>
  );
}
