export const scan = {
  camera: {
    picture: 'Live picture of the camera',
    starting: 'The camera is starting',
    several: 'More than one code. Show me one.',
    stays: 'The picture never leaves this screen.',
    device: 'Camera',
    unnamed: 'Camera {{number}}',
    light: 'Light',
    retry: 'Try again',
    problem: {
      'permission-refused': 'The camera is not allowed',
      'no-camera': 'No camera found',
      unplugged: 'The camera is unplugged',
      taken: 'Another program has the camera',
      'not-secure-context': 'No camera at this address',
      other: 'The camera does not work',
    },
    todo: {
      'permission-refused':
        'Allow it with the sign beside the address of this page. Scanning goes on by itself then.',
      'no-camera': 'Connect one: it starts by itself. A hand scanner and typing work without.',
      unplugged: 'Put its plug back in: it goes on by itself. Nothing that was booked is lost.',
      taken: 'Close the other program, a video call perhaps. It is tried again every few seconds.',
      'not-secure-context':
        'Browsers lend the camera to addresses with https only, or on this computer itself. Ask your administrator for the https address. A hand scanner and typing work here too.',
      other: 'It is tried again every few seconds. If that does not help, load this page anew.',
    },
  },
  typing: {
    label: 'Or type the twelve digits',
    more_one: '{{count}} digit to go',
    more_other: '{{count}} digits to go',
    notDigits: '“{{character}}” is no digit.',
    tooLong: 'That is more than twelve digits.',
    reserved: 'No code begins with 0.',
    swapped: 'The check digits do not fit. Are digits {{position}} and {{next}} swapped?',
    wrongAt: 'The check digits do not fit. Is digit {{positions}} wrong?',
    wrong: 'The check digits do not fit. Compare them with the paper.',
  },
};
