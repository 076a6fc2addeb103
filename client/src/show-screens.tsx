import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/coming.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../shared/contracts/fields.ts';
import { App } from './app/App.tsx';
import { startTexts } from './texts/index.ts';

export async function showScreens(language: Language): Promise<void> {
  await startTexts(language);
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
}
