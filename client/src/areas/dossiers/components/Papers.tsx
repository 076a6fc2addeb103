import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../../../../shared/contracts/customers.ts';
import { useSession } from '../../../app/session.ts';
import { Empty } from '../../../ui/Notice.tsx';
import { type Paper, sumUp } from '../sum-up.ts';
import { PaperList } from './PaperList.tsx';
import { PaperInRow } from './PaperPane.tsx';
import { SendLetter } from './SendLetter.tsx';
import { Sentence } from './Sentence.tsx';
import type { ChosenPaper } from './use-chosen-paper.ts';

interface PapersProps {
  customer: CustomerView;
  papers: readonly Paper[];
  choice: ChosenPaper;
}

/** The sentence and the list, or that there is nothing yet. */
export function Papers({ customer, papers, choice }: PapersProps) {
  const { t } = useTranslation('dossiers');
  const { may } = useSession();
  if (papers.length === 0) {
    const maySend = may('mailings.issue') && !customer.doNotMail;
    return (
      <Empty title={t('none')} action={maySend && <SendLetter customer={customer} primary />}>
        {maySend ? t('noneText') : t('noneTextOthers')}
      </Empty>
    );
  }
  return (
    <>
      <Sentence
        summedUp={sumUp(papers, choice.asksAnswer, choice.today)}
        shown={choice.shown}
        linkTo={choice.linkTo}
      />
      <PaperList
        papers={choice.visible}
        groupOf={choice.groupOf}
        chosen={choice.chosen}
        wide={choice.wide}
        onChoose={choice.choose}
        detail={choice.chosen && <PaperInRow key={choice.chosen.code} paper={choice.chosen} />}
      />
    </>
  );
}
