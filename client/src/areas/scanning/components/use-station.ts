import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode, isCode } from '../../../../../shared/codes/code.ts';
import { type Whereabouts, whereaboutsStates } from '../../../../../shared/places/whereabouts.ts';
import { call } from '../../../api/call.ts';
import { isProblem } from '../../../api/problem.ts';
import { notePractice } from '../../../app/guide.ts';
import { useSession } from '../../../app/session.ts';
import { listenToWedge } from '../../../scan/listen-wedge.ts';
import type { Session } from '../../../scan/session.ts';
import { playSound, wakeSounds } from '../../../scan/sounds.ts';
import type { Station } from '../../../scan/station.ts';
import { type MomentGroup, openCountQuery, type StationCommands } from '../api.ts';
import { stationOf } from '../station-ports.ts';

/** What the parts of the screen share. */
export interface StationView {
  station: Station;
  session: Session;
  groups: readonly MomentGroup[];
  nameOfPlace: (code: string) => string;
  nameOfState: (state: string) => string;
}

export function useStation({ groups, commands }: StationCommands): StationView {
  const { t } = useTranslation(['scanning', 'parts']);
  const { user } = useSession();
  const station = stationOf(user.id);
  const session = useSyncExternalStore(station.subscribe, station.session);
  useEffect(() => station.dispatch({ type: 'commands-known', commands }), [station, commands]);
  useEffect(() => station.dispatch({ type: 'back' }), [station]);
  return {
    station,
    session,
    groups,
    nameOfPlace: (code) =>
      session.places[code]?.name ??
      t('scanning:doing.placeUnread', { code: isCode(code) ? formatCode(code) : code }),
    nameOfState: (state) => (isState(state) ? t(`parts:state.${state}`) : state),
  };
}

function isState(state: string): state is Whereabouts {
  return whereaboutsStates.some((known) => known === state);
}

/** The hand scanner, wherever the focus is; not while a dialog asks something. */
export function useWedge({ station }: StationView): void {
  useEffect(
    () =>
      listenToWedge({
        onCode: (code) => {
          if (!document.querySelector('dialog[open]')) station.onScan(code, 'scanner');
        },
        onNoCode: () => {
          if (!document.querySelector('dialog[open]')) station.dispatch({ type: 'not-read' });
        },
      }),
    [station],
  );
}

export function useSounds({ session: { signal } }: StationView, muted: boolean): void {
  useEffect(() => {
    const wake = () => wakeSounds();
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    return () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
    };
  }, []);
  // What was heard before somebody left the screen is not heard again as he comes back.
  const heard = useRef(signal.n);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new number once; switching sounds on plays none
  useEffect(() => {
    if (signal.n > heard.current && !muted) playSound(signal.sound);
    heard.current = signal.n;
  }, [signal.n]);
}

/** Learns the names of places that were scanned, and that one does not exist. */
export function usePlaceNames({ station, session }: StationView): void {
  const { place, places } = session;
  const known = place === null || places[place] !== undefined;
  useEffect(() => {
    if (known || place === null) return;
    let gone = false;
    call('get /places/{code}', { params: { code: place } }).then(
      ({ name, path }) =>
        !gone && station.dispatch({ type: 'place-known', code: place, place: { name, path } }),
      (error: unknown) => {
        if (!gone && isProblem(error, 'not-found')) station.dispatch({ type: 'place-unknown', code: place });
      },
    );
    return () => {
      gone = true;
    };
  }, [station, place, known]);
}

/** What the scans change elsewhere is asked anew, a moment after the last of them: never by a clock. */
export function useFreshFigures({ session: { scans, place } }: StationView): void {
  const queries = useQueryClient();
  const answered = scans.filter(({ result }) => result !== null).length;
  useEffect(() => {
    if (answered === 0) return;
    const timer = setTimeout(() => {
      void queries.invalidateQueries({ queryKey: openCountQuery.queryKey });
      if (place) void queries.invalidateQueries({ queryKey: ['places', place], exact: true });
    }, 1_200);
    return () => clearTimeout(timer);
  }, [queries, answered, place]);
}

/** Whoever has scanned the practice label has done that step of the guide. Best effort: it books nothing. */
export function usePractice({ session: { panel } }: StationView): void {
  const queries = useQueryClient();
  const practised = panel.is === 'notice' && panel.notice === 'practice';
  useEffect(() => {
    if (practised) void notePractice(queries);
  }, [queries, practised]);
}
