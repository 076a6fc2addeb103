import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import styles from './Plain.module.css';

interface CrashProps {
  /** Another page is another chance. */
  resetKey?: string;
  children: ReactNode;
}

/** Catches what a screen throws, so that it says so instead of going blank. */
export class Crash extends Component<CrashProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: CrashProps) {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTranslation('common');
  return (
    <div className={styles.plain} role="alert">
      <h1>{t('page.crashed')}</h1>
      <p className="lead">{t('crashed.text')}</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t('crashed.reload')}
      </Button>
    </div>
  );
}
