import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.ts';

/** Raised when a folder of an earlier product could not simply be used by this one. */
export const LAYOUT = 1;
/** The file that marks a folder as ours. */
export const MARKER = 'spoor.json';

const markerSchema = z.looseObject({
  product: z.literal('Spoor'),
  layout: z.number().int().positive(),
  installation: z.uuid(),
  createdAt: z.iso.datetime(),
  /** Set once the database exists, so that a database which has vanished is not silently replaced by an empty one. */
  databaseCreatedAt: z.iso.datetime().optional(),
});
/** What it says. */
export type Marker = z.infer<typeof markerSchema>;

/** @throws StartError when it is not a marker, or one of a newer product. */
export function parseMarker(path: string, text: string): Marker {
  const file = join(path, MARKER);
  let parsed: ReturnType<typeof markerSchema.safeParse>;
  try {
    parsed = markerSchema.safeParse(JSON.parse(text));
  } catch {
    parsed = markerSchema.safeParse(undefined);
  }
  if (!parsed.success) {
    throw new StartError(
      'data-folder-marker-broken',
      `${file} cannot be read as the mark of a Spoor data folder. Nothing was changed. ` +
        'Restore this file from a backup, or choose another data folder.',
      { details: { file } },
    );
  }
  if (parsed.data.layout > LAYOUT) {
    throw new StartError(
      'data-folder-newer',
      `${path} was last used by a newer Spoor (layout ${parsed.data.layout}; this one knows ${LAYOUT}). ` +
        'Nothing was changed. Start the newer Spoor, or restore a backup from before the upgrade.',
      { details: { folder: path, layout: parsed.data.layout } },
    );
  }
  return parsed.data;
}

/** The file's text. */
export function wordMarker(marker: object): string {
  return `${JSON.stringify(marker, null, 2)}\n`;
}
