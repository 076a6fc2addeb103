import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Code } from '../../../../shared/codes/code.ts';
import { listenToWedge } from '../../scan/listen-wedge.ts';
import { isCovered } from '../../ui/cover.ts';
import { pathOfCode } from '../find-by-code.ts';
import { useSession } from '../session.ts';

/**
 * A hand scanner on any page opens the paper or place that was scanned. Who is filling in a form is not led away from
 * it: the code then stands in the search, one Enter from its page. Fields that are made for codes get it as typed.
 */
export function ScannedAnywhere({ search }: { search: (code: Code) => void }) {
  const { may } = useSession();
  const navigate = useNavigate();
  const onCode = useEffectEvent((code: Code) => {
    if (isCovered()) return;
    const path = pathOfCode(code, may);
    if (path === undefined || isBusy()) search(code);
    else void navigate(path, { state: { read: 'scanner' } });
  });
  useEffect(() => listenToWedge({ onCode: (code) => onCode(code), leave: takesCodes }), []);
  return null;
}

function isBusy(): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return document.activeElement?.matches('input, textarea, select') ?? false;
}

function takesCodes(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[data-takes-codes]');
}
