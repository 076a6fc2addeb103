import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { keptLanguage } from './app/device.ts';
import { languageFor } from './app/language.ts';
import { startTexts } from './texts/index.ts';

const language = languageFor({ device: keptLanguage(), browser: navigator.languages });
document.documentElement.lang = language;
await startTexts(language);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
