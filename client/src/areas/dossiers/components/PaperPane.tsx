import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePaper } from '../../../api/use-paper.ts';
import { useSession } from '../../../app/session.ts';
import { Code } from '../../../parts/Code.tsx';
import { PaperDetail } from '../../../parts/PaperDetail.tsx';
import { keys } from '../api.ts';
import type { Paper } from '../sum-up.ts';
import styles from './PaperPane.module.css';

/** The chosen paper in a pane beside the list. */
export function PaperPane({ paper }: { paper: Paper }) {
  const { t } = useTranslation('dossiers');
  return (
    <section className={styles.pane} aria-label={t('pane')}>
      <header className={styles.head}>
        <h2>{paper.mailing.name}</h2>
        <div className={styles.line}>
          <Code code={paper.code} copy link />
          <span className="note">{paper.type.name}</span>
        </div>
      </header>
      <Detail paper={paper} />
    </section>
  );
}

/** The same, opened in its row, where the rest stands already. */
export function PaperInRow({ paper }: { paper: Paper }) {
  return (
    <div className={styles.inRow}>
      <Code code={paper.code} copy link />
      <Detail paper={paper} inRow />
    </div>
  );
}

function Detail({ paper, inRow = false }: { paper: Paper; inRow?: boolean }) {
  const { i18n } = useTranslation();
  const { may } = useSession();
  const queries = useQueryClient();
  const wired = usePaper(paper, {
    language: i18n.language,
    may,
    onChanged: () => queries.invalidateQueries({ queryKey: keys.dossiers }),
  });
  return <PaperDetail paper={paper} {...wired} inRow={inRow} />;
}
