import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates, useSession } from '../../../app/session.ts';
import { Code } from '../../../parts/Code.tsx';
import { SetAside } from '../../../parts/SetAside.tsx';
import { WhereItIs } from '../../../parts/WhereItIs.tsx';
import { classes } from '../../../ui/classes.ts';
import { type Group, inOneSite, type Paper } from '../sum-up.ts';
import styles from './PaperList.module.css';

interface PaperListProps {
  papers: readonly Paper[];
  groupOf: (paper: Paper) => Group;
  chosen: Paper | undefined;
  /** Beside the list there is a pane with the details; else they open in the row. */
  wide: boolean;
  onChoose: (paper: Paper) => void;
  /** Details of the chosen one, where they open in its row. */
  detail: ReactNode;
}

/** A customer's papers: which, what came of it, where. On a phone the answer comes first. */
export function PaperList({ papers, groupOf, chosen, wide, onChoose, detail }: PaperListProps) {
  const { t } = useTranslation('dossiers');
  const { may } = useSession();
  const dropSite = inOneSite(papers);
  const linkPlaces = may('places.read');
  return (
    <div className={styles.list}>
      <div className={styles.heads} aria-hidden="true">
        <span>{t('list.paper')}</span>
        <span>{t('list.answer')}</span>
        <span>{t('list.where')}</span>
      </div>
      <ul aria-label={t('list.label')}>
        {papers.map((paper) => {
          const isChosen = paper.code === chosen?.code;
          const isOpen = isChosen && !wide;
          return (
            <li key={paper.code} className={classes(styles.row, isChosen && styles.chosen)}>
              <div className={styles.cells}>
                <PaperCell paper={paper} wide={wide} isChosen={isChosen} onChoose={() => onChoose(paper)} />
                <AnswerCell paper={paper} group={groupOf(paper)} isOpen={isOpen} />
                <div className={styles.where}>
                  <WhereItIs
                    place={paper.place}
                    dropSite={dropSite && !isOpen}
                    linkLast={isOpen && linkPlaces}
                  />
                </div>
              </div>
              {isOpen && <div className={styles.opened}>{detail}</div>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface PaperCellProps {
  paper: Paper;
  wide: boolean;
  isChosen: boolean;
  onChoose: () => void;
}

/** Its button covers the whole row. */
function PaperCell({ paper, wide, isChosen, onChoose }: PaperCellProps) {
  const Chevron = isChosen ? IconChevronUp : IconChevronDown;
  return (
    <div className={styles.paper}>
      <button
        type="button"
        className={styles.choose}
        onClick={onChoose}
        {...(wide ? { 'aria-pressed': isChosen } : { 'aria-expanded': isChosen })}
      >
        {paper.mailing.name}
        {!wide && <Chevron className={styles.chevron} size={20} stroke={1.7} aria-hidden="true" />}
      </button>
      <div className={styles.second}>
        <span>{paper.type.name}</span>
        {/* Opened, it stands below, to be copied. */}
        {(wide || !isChosen) && <Code code={paper.code} />}
      </div>
    </div>
  );
}

function AnswerCell({ paper, group, isOpen }: { paper: Paper; group: Group; isOpen: boolean }) {
  const { t } = useTranslation(['dossiers', 'parts']);
  const line = useAnswerLine();
  const gone = group === 'void' || group === 'destroyed';
  return (
    <div className={styles.answer}>
      <p className={styles.status}>{gone ? t(`parts:state.${group}`) : paper.words.headline}</p>
      <p className={styles.second}>{line(paper, group)}</p>
      <div className={styles.aside}>
        <SetAside of={paper} short={!isOpen} linked={isOpen} />
      </div>
    </div>
  );
}

/** What stands under the answer: when it came, or by when it should. */
function useAnswerLine() {
  const { t } = useTranslation('dossiers');
  const dates = useDates();
  return ({ answeredAt, mailing: { expectedBy }, place, words }: Paper, group: Group): string => {
    const day = expectedBy === null ? '' : dates.calendar(expectedBy);
    const lines: Record<Group, string> = {
      answered: t(answeredAt !== null && dates.isToday(answeredAt) ? 'line.answeredToday' : 'line.answered', {
        day: dates.day(answeredAt ?? place.since),
      }),
      expected: t('line.expected', { day }),
      overdue: t('line.overdue', { day }),
      awaited: t('line.awaited'),
      undeliverable: dates.day(place.since),
      'asks-nothing': t('line.asks-nothing'),
      'not-mailed': day ? t('line.expected', { day }) : '',
      void: t('line.void'),
      destroyed: dates.day(place.since),
    };
    return [lines[group], ...words.details].filter(Boolean).join(' · ');
  };
}
