export const documents = {
  toDossier: 'To the dossier of {{name}}',
  notFound: 'No paper has this code',
  notFoundText: 'The code itself is written right, but no paper was ever issued with it here.',
  wrongCode: 'This is no code of a paper',
  wrongCodeText: 'A code has twelve digits, in groups of four. Compare it with the paper, digit by digit.',
};
