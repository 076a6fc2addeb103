import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemView } from '../../../../../shared/contracts/system.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page, Section } from '../../../app/Page.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { Table } from '../../../ui/Table.tsx';
import { systemQuery } from '../api.ts';
import styles from './AboutPage.module.css';

export default function AboutPage() {
  const { t } = useTranslation(['system', 'common']);
  const problems = useProblemText();
  const { data, error, refetch } = useQuery(systemQuery);
  return (
    <Page
      title={t('system:about.title')}
      lead={t('system:about.lead')}
      aside={data && <State system={data} />}
    >
      {data ? (
        <Packages packages={data.packages} />
      ) : error ? (
        <Failed
          text={problems.reading(error)}
          again={t('common:list.again')}
          onAgain={() => void refetch()}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
    </Page>
  );
}

function State({ system }: { system: SystemView }) {
  const { t } = useTranslation('system');
  return (
    <div className={styles.state}>
      <h2>{t('about.version')}</h2>
      <Versions system={system} />
      <h2>{t('about.health')}</h2>
      <Health parts={system.health} />
    </div>
  );
}

function Versions({ system }: { system: SystemView }) {
  const { t } = useTranslation(['system', 'common']);
  return (
    <Facts
      facts={[
        { name: t('common:product'), value: system.version },
        { name: t('system:about.node'), value: system.node },
        {
          name: t('system:about.postgres'),
          value: `${system.postgres}, ${t(`system:about.${system.database}`)}`,
        },
        { name: t('system:about.licence'), value: system.licence },
      ]}
    />
  );
}

function Health({ parts }: { parts: SystemView['health'] }) {
  const { t } = useTranslation('system');
  return (
    <ul className={styles.parts}>
      {parts.map(({ part, well }) => (
        <li key={part} className={well ? styles.well : styles.unwell}>
          {well ? (
            <IconCheck size={18} stroke={2} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={18} stroke={1.7} aria-hidden="true" />
          )}
          <span>{t(`about.part.${part}`)}</span>
          <b>{well ? t('about.well') : t('about.unwell')}</b>
        </li>
      ))}
    </ul>
  );
}

function Packages({ packages }: { packages: SystemView['packages'] }) {
  const { t } = useTranslation('system');
  const [text, setText] = useState('');
  const wanted = text.toLowerCase();
  const found = packages.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(wanted));
  return (
    <Section title={t('about.packages')}>
      <p className="lines">{t('about.packagesLead', { count: packages.length })}</p>
      <SearchBox label={t('about.find')} value={text} onSearch={setText} />
      <p role="status" className="note">
        {found.length > 0 ? t('about.found', { count: found.length }) : t('about.noneFound', { text })}
      </p>
      {found.length > 0 && (
        <Table
          compact
          caption={t('about.packages')}
          rows={found}
          rowKey={({ name, version }) => `${name}@${version}`}
          columns={[
            { key: 'name', head: t('about.package'), width: 2, cell: ({ name }) => name },
            { key: 'version', head: t('about.packageVersion'), cell: ({ version }) => version },
            { key: 'licence', head: t('about.packageLicence'), cell: ({ licence }) => licence },
          ]}
        />
      )}
    </Section>
  );
}
