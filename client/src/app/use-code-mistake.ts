import { useTranslation } from 'react-i18next';
import { findByCode } from './find-by-code.ts';

/** What is wrong with a text that was meant as a code, and what to do; undefined for a right one and any other text. */
export function useCodeMistake(): (text: string) => string | undefined {
  const { t } = useTranslation('common');
  return (text) => {
    const read = findByCode(text);
    if (read?.is === 'wrong') return t('palette.codeWrong');
    if (read?.is !== 'swapped') return undefined;
    return t('palette.codeSwapped', { position: read.position, next: read.position + 1 });
  };
}
