import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { type PaperFilter, searchOf } from '../paper-filter.ts';
import styles from './Figures.module.css';
import { useNumbers } from './use-numbers.ts';

interface NumberLinkProps {
  mailing: string;
  filter: PaperFilter;
  count: number;
  /** In place of the bare number. */
  children?: ReactNode;
}

/** A number that opens the papers it counts; of none there is nothing to open. */
export function NumberLink({ mailing, filter, count, children }: NumberLinkProps) {
  const numbers = useNumbers();
  const text = children ?? numbers.count(count);
  if (count === 0) return <span>{text}</span>;
  return (
    <Link className={styles.number} to={`${paths.mailingPapers(mailing)}${searchOf(filter)}`}>
      {text}
    </Link>
  );
}
