import type { Code } from '../../../shared/codes/code.ts';
import { type Burst, codeIn, fallSilent, hear, noBurst, pauseMs } from './wedge.ts';

/** A field as it was before a burst began to type into it. */
interface Kept {
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  value: string;
  start: number | null;
  end: number | null;
}

interface WedgeSettings {
  onCode: (code: Code) => void;
  /** A whole burst that is no code of ours: another firm's barcode, or one that was read wrong. */
  onNoCode?: () => void;
  /** Where the burst is let through as if it were typed: fields made for codes. */
  leave?: (target: EventTarget | null) => boolean;
}

/**
 * Listens for a hand scanner on the whole page. The first keys of a burst may reach a field before it is known for
 * one; they are taken out again. Returns how to stop.
 */
export function listenToWedge({ onCode, onNoCode, leave }: WedgeSettings): () => void {
  let burst: Burst = noBurst;
  let kept: Kept | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (text: string | null) => {
    kept = null;
    if (text === null) return;
    const code = codeIn(text);
    if (code) onCode(code);
    else onNoCode?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (leave?.(event.target)) {
      burst = noBurst;
      return;
    }
    const before = burst;
    const heard = hear(burst, {
      code: event.code,
      key: event.key,
      at: event.timeStamp,
      apart: event.ctrlKey || event.altKey || event.metaKey || event.repeat,
    });
    burst = heard.burst;
    if (burst.text.length === 1 && before.text !== burst.text) kept = keepField(event.target);
    if (heard.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (heard.becameSure && kept) restoreField(kept);
    clearTimeout(timer);
    if (heard.ended !== null) tell(heard.ended);
    else if (burst.sure) timer = setTimeout(silent, pauseMs);
  };
  const silent = () => {
    const { burst: after, ended, early } = fallSilent(burst, performance.now());
    burst = after;
    if (ended !== null) tell(ended);
    else if (early) timer = setTimeout(silent, pauseMs);
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

function keepField(target: EventTarget | null): Kept | null {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement;
  if (!isField) return null;
  const ends = target instanceof HTMLSelectElement ? null : target;
  return {
    field: target,
    value: target.value,
    start: ends?.selectionStart ?? null,
    end: ends?.selectionEnd ?? null,
  };
}

/** Through the element's own setter, so that React hears of it as of any other typing. */
function restoreField({ field, value, start, end }: Kept): void {
  if (field.value === value) return;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }));
  else if (start !== null) field.setSelectionRange(start, end);
}
