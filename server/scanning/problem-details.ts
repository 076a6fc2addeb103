import type { ScanProblem, ScanProblemCode } from '../../shared/contracts/scanning.ts';

/** In English for whoever links a system; the screens say it in the reader's language by the code. */
const details: Record<ScanProblemCode, string> = {
  'code-wrong':
    'This is no code of ours: it has not twelve digits, or the check digits do not fit. Scan it again',
  'code-unknown': 'Nobody has issued this code here. Lay it aside and ask where it comes from',
  'command-code': 'This is the code of a command, not of a paper: send it as the moment of a scan',
  'location-does-not-move': 'A location stays where it is. Move the containers that stand in it',
  'moment-unknown': 'The process of this paper does not have this moment. Choose one that it has',
  'moment-not-allowed':
    'This paper is void, destroyed or past this moment, so it is not booked. Lay it aside',
  'place-unknown': 'There is no such container or location; it may have been taken away. Scan another one',
  'place-full': 'This place is full. Put the paper somewhere else',
  'place-not-allowed': 'This cannot be put there. Choose another place',
  'place-in-itself': 'A container cannot lie in itself, nor in what lies in it. Choose another place',
  'name-taken': 'A container of this name stands there already. Rename one of them',
  'scan-id-reused': 'This id belongs to another scan of this code. Send each scan with an id of its own',
  'undo-unknown': 'No scan of this code with this id has booked anything. Nothing was taken back',
};

export function presentProblem(code: ScanProblemCode): ScanProblem {
  return { code, detail: details[code] };
}
