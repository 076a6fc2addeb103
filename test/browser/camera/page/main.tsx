import '../../../../client/src/ui/fonts.css';
import '../../../../client/src/ui/tokens.css';
import '../../../../client/src/ui/base.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  type CameraCode,
  type CameraState,
  CameraView,
} from '../../../../client/src/scan/camera/CameraView.tsx';
import { loadTexts, startTexts } from '../../../../client/src/texts/index.ts';

/** What the camera has told this page, for the tests to ask. */
export interface Told {
  codes: string[];
  several: string[][];
  states: CameraState[];
  /** Milliseconds of every task of this page that took more than 50. */
  longTasks: number[];
}

declare global {
  interface Window {
    told: Told;
  }
}

window.told = { codes: [], several: [], states: [], longTasks: [] };

function CameraPage() {
  const [paused, setPaused] = useState(false);
  return (
    <>
      <h1>Camera</h1>
      <button type="button" onClick={() => setPaused(!paused)}>
        {paused ? 'Go on' : 'Pause'}
      </button>
      <CameraView
        paused={paused}
        onCode={({ code }: CameraCode) => window.told.codes.push(code)}
        onSeveral={(codes) => window.told.several.push(codes)}
        onState={(state) => window.told.states.push(state)}
      />
    </>
  );
}

const language = new URLSearchParams(location.search).get('language') === 'nl' ? 'nl' : 'en';
document.documentElement.lang = language;
await startTexts(language);
await loadTexts('scan');
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.told.longTasks.push(duration);
}).observe({ type: 'longtask' });
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <CameraPage />
    </StrictMode>,
  );
