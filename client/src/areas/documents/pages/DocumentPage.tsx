import { IconFolderOpen } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DocumentView } from '../../../../../shared/contracts/documents.ts';
import { isProblem } from '../../../api/problem.ts';
import { usePaper } from '../../../api/use-paper.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { useCodeMistake } from '../../../app/use-code-mistake.ts';
import { Code } from '../../../parts/Code.tsx';
import { OnRecord } from '../../../parts/OnRecord.tsx';
import { PaperDetail } from '../../../parts/PaperDetail.tsx';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { documentQuery } from '../api.ts';
import styles from './DocumentPage.module.css';

/** One paper, for whoever holds it and has its code; whose it is stands here only for who may know. */
export default function DocumentPage() {
  const { t, i18n } = useTranslation(['documents', 'common']);
  const { code = '' } = useParams();
  const problems = useProblemText();
  const mistakeIn = useCodeMistake();
  const paper = useQuery(documentQuery(code, i18n.language));
  if (isProblem(paper.error, 'not-found')) {
    return <NoPaper title={t('documents:notFound')} text={t('documents:notFoundText')} />;
  }
  if (isProblem(paper.error, 'invalid-request')) {
    return (
      <NoPaper title={t('documents:wrongCode')} text={mistakeIn(code) ?? t('documents:wrongCodeText')} />
    );
  }
  if (paper.data) return <Paper key={paper.data.code} paper={paper.data} />;
  return (
    <Page title={t('common:page.document')}>
      {paper.error ? (
        <Failed
          text={problems.reading(paper.error)}
          again={t('common:list.again')}
          onAgain={() => void paper.refetch()}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
    </Page>
  );
}

/** Another way to the paper: by whose it is, or from the start. */
function NoPaper({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation(['documents', 'common']);
  const { may } = useSession();
  return (
    <Page title={title} lead={text}>
      <Actions>
        {may('customers.read') ? (
          <LinkButton to={paths.customers}>{t('documents:find')}</LinkButton>
        ) : (
          <LinkButton to={paths.home}>{t('common:notFound.home')}</LinkButton>
        )}
      </Actions>
    </Page>
  );
}

function Paper({ paper }: { paper: DocumentView }) {
  const { t, i18n } = useTranslation(['documents', 'parts']);
  const { may } = useSession();
  const queries = useQueryClient();
  const wired = usePaper(paper, {
    language: i18n.language,
    may,
    onChanged: () => queries.invalidateQueries({ queryKey: ['papers', paper.code] }),
  });
  const { customer, place } = paper;
  const gone = place.state === 'void' || place.state === 'destroyed';
  return (
    <Page
      title={paper.mailing.name}
      lead={
        <span className={styles.headLine}>
          <Code code={paper.code} copy />
          <span>{paper.type.name}</span>
        </span>
      }
      actions={
        customer &&
        may('dossiers.read') && (
          <LinkButton to={paths.customer(customer.id)} icon={<IconFolderOpen size={20} stroke={1.6} />}>
            {t('documents:toDossier', { name: customer.name })}
          </LinkButton>
        )
      }
    >
      <p className={styles.status}>{gone ? t(`parts:state.${place.state}`) : paper.words.headline}</p>
      <div className={styles.detail}>
        <PaperDetail paper={paper} {...wired} ownPage />
      </div>
      {customer && <OnRecord />}
    </Page>
  );
}
