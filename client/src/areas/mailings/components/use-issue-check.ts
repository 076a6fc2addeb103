import { useTranslation } from 'react-i18next';
import { issueText } from '../../../app/form/problem-texts.ts';
import type { FormFailure } from '../../../ui/form/Form.tsx';
import type { Recipients } from './IssueForm.tsx';
import { useNumbers } from './use-numbers.ts';

/** As the contract has it. */
const longestName = 160;
const mostReferences = 200_000;
/** A reference longer than this is a whole file that was read as one. */
const longestReference = 80;

interface Filled {
  name: string;
  documentType: string;
  expectedBy: string;
}

/** What can be said before the server is asked, in words that say what to do. */
export function useIssueCheck(today: string) {
  const { t } = useTranslation('mailings');
  const { t: common } = useTranslation('common');
  const numbers = useNumbers();
  return (form: Filled, { all, references }: Recipients, labelOf: (field: string) => string) => {
    const wrong: FormFailure['fields'] = [];
    const about = (field: string, text: string) => wrong.push({ field, text });
    if (form.name === '' || form.name.length > longestName) {
      const issue = { field: 'name', code: 'too_big', empty: form.name === '', maximum: longestName };
      about('name', issueText(issue, labelOf('name'), common));
    }
    if (form.documentType === '') about('documentType', t('wrong.chooseType'));
    if (form.expectedBy !== '' && form.expectedBy <= today) {
      about('expectedBy', t('wrong.datePast', { today: numbers.day(today) }));
    }
    if (all) return wrong;
    const { refs } = references;
    if (refs.length === 0) about('references', t('wrong.noReferences'));
    else if (refs.length > mostReferences) {
      about('references', t('wrong.tooMany', { amount: mostReferences }));
    } else if (refs.some((ref) => ref.length > longestReference)) {
      about('references', t('wrong.tooLong', { amount: longestReference }));
    }
    return wrong;
  };
}
