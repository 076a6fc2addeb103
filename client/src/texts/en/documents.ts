export const documents = {
  toDossier: 'To the dossier of {{name}}',
  notFound: 'No paper has this code',
  notFoundText:
    'The code itself is written right, but no paper was ever issued with it here. It may be a label of another organisation, or of a copy of Spoor.',
  find: 'Find a customer',
  wrongCode: 'This is no code of a paper',
  wrongCodeText: 'A code has twelve digits, in groups of four. Compare it with the paper, digit by digit.',
};
