/**
 * Where every area of the server stands. An area calls only areas of the layers before its own, and only through
 * their service file; `server/platform` lies below them all. A new folder of `server/` has to be named here.
 */
export const layers: readonly (readonly string[])[] = [
  ['accounts', 'codes', 'events'],
  ['organisation', 'jobs', 'system'],
  ['processes', 'customers', 'places'],
  ['documents'],
  ['dossiers', 'contents', 'mailings', 'loans', 'stocktakes', 'retention'],
  ['labels'],
  ['scanning', 'guide', 'privacy', 'connectors', 'reports', 'backups'],
];

/** Folders of `server/` that are no areas. */
export const notAreas: readonly string[] = ['platform', 'cli', 'example'];

/** Undefined where nobody has said where the area stands. */
export function findLayer(area: string): number | undefined {
  const index = layers.findIndex((layer) => layer.includes(area));
  return index === -1 ? undefined : index;
}
