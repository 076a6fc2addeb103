import { useTranslation } from 'react-i18next';
import { problemText, readProblemText } from './problem-texts.ts';

/** Refusals in the reader's language: of something to be read, or of something to be done. */
export function useProblemText() {
  const { t } = useTranslation('common');
  return {
    reading: (error: unknown) => readProblemText(error, t),
    doing: (error: unknown) => problemText(error, t),
  };
}
