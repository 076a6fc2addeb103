import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseTheme, chosenTheme, themes } from '../device.ts';
import styles from './UserMenu.module.css';

/** Light, dark, or as the device has it; changes at once. */
export function ThemeChoice() {
  const { t } = useTranslation('common');
  const name = useId();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <fieldset className={styles.themeChoice}>
      <legend>{t('shell.theme')}</legend>
      {themes.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            value={one}
            checked={theme === one}
            onChange={() => {
              chooseTheme(one);
              setTheme(one);
            }}
          />
          <span>{t(`theme.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
