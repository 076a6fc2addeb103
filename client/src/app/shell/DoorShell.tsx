import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/contracts/fields.ts';
import { speak } from '../../texts/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Wordmark } from '../../ui/Wordmark.tsx';
import { keepLanguage } from '../device.ts';
import { languages } from '../language.ts';
import { HelpDoor } from './HelpDoor.tsx';
import { OwedSignOutBand } from './OwedSignOutBand.tsx';
import styles from './Shell.module.css';
import tools from './ShellTools.module.css';

/** Around the pages before the sign-in: the name, and the languages, each in its own. */
export function DoorShell({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('common');
  const choose = (language: Language) => {
    keepLanguage(language);
    return speak(language);
  };
  return (
    <>
      <header className={styles.bar}>
        <span className={styles.name}>
          <Wordmark />
          <span className="for-screen-readers">{t('product')}</span>
        </span>
        <div className={styles.languages} data-screen-only>
          {languages
            .filter((language) => language !== i18n.language)
            .map((language) => (
              <Button key={language} look="quiet" lang={language} onClick={() => choose(language)}>
                {t(`language.${language}`)}
              </Button>
            ))}
          <HelpDoor className={tools.help} inside={false} />
        </div>
      </header>
      <OwedSignOutBand />
      <main id="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
