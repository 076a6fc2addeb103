import { IconBolt, IconCheck, IconCopy, IconFileText, IconMapPin, IconPackage } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CodeKind, isCode, codeKind as kindOf } from '../../../shared/codes/code.ts';
import { paths } from '../app/paths.ts';
import { classes } from '../ui/classes.ts';
import styles from './Code.module.css';
import { copyText } from './copy-text.ts';

interface CodeProps {
  /** Twelve digits. */
  code: string;
  /** With a button that copies it. */
  copy?: boolean;
  /** Leads to the paper or place that has it. */
  link?: boolean;
  /** Without the sign of its kind, where all around are of the same. */
  bare?: boolean;
}

const signs = {
  document: IconFileText,
  container: IconPackage,
  location: IconMapPin,
  command: IconBolt,
} as const satisfies Record<CodeKind, unknown>;

/** A code as it is shown everywhere: its kind as a sign, the digits in fours. Gaps, not blanks: none are copied. */
export function Code({ code, copy = false, link = false, bare = false }: CodeProps) {
  const { t } = useTranslation('parts');
  const kind = isCode(code) ? kindOf(code) : 'document';
  const Sign = signs[kind];
  const path = pathOf(kind, code);
  const digits = <Digits code={code} />;
  return (
    <span className={styles.code}>
      {!bare && <Sign size={16} stroke={1.6} role="img" aria-label={t(`code.${kind}`)} />}
      {link && path ? <Link to={path}>{digits}</Link> : digits}
      {copy && <CopyButton code={code} />}
    </span>
  );
}

function Digits({ code }: { code: string }) {
  const fours = code.match(/.{1,4}/g) ?? [];
  return (
    <span className={styles.digits}>
      {fours.map((four, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a code never change places
        <span key={index}>{four}</span>
      ))}
    </span>
  );
}

function CopyButton({ code }: { code: string }) {
  const { t } = useTranslation('parts');
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2_000);
    return () => clearTimeout(timer);
  }, [done]);
  const Sign = done ? IconCheck : IconCopy;
  return (
    <button
      type="button"
      className={classes(styles.copy, done && styles.done)}
      data-screen-only
      aria-label={t('code.copy')}
      title={t('code.copy')}
      onClick={async () => setDone(await copyText(code))}
    >
      <Sign size={17} stroke={1.6} aria-hidden="true" />
      <span role="status" className="for-screen-readers">
        {done ? t('code.copied') : ''}
      </span>
    </button>
  );
}

function pathOf(kind: CodeKind, code: string): string | undefined {
  if (kind === 'document') return paths.document(code);
  return kind === 'command' ? undefined : paths.place(code);
}
