/** What kinds of places there are, and which may stand in which. From the largest to the smallest. */
export const locationKinds = ['site', 'building', 'room', 'rack', 'shelf'] as const;
export const containerKinds = ['folder', 'box', 'tray', 'crate'] as const;
export const placeKinds = [...locationKinds, ...containerKinds] as const;

export type LocationKind = (typeof locationKinds)[number];
export type ContainerKind = (typeof containerKinds)[number];
export type PlaceKind = LocationKind | ContainerKind;

/** A location stays where it is, a container moves. */
export type PlaceClass = 'location' | 'container';

export function isContainerKind(kind: PlaceKind): kind is ContainerKind {
  return (containerKinds as readonly string[]).includes(kind);
}

export function classOf(kind: PlaceKind): PlaceClass {
  return isContainerKind(kind) ? 'container' : 'location';
}

export type PlacementObjection =
  | 'container-lies-somewhere'
  | 'site-at-top'
  | 'location-in-container'
  | 'level-too-low';

/**
 * Why a place of this kind may not stand in one of that kind (null: at the top). Levels may be skipped, so that a
 * small office needs no building. Whether a container lies in itself is not asked here: that takes the whole path.
 */
export function placementObjection(
  kind: PlaceKind,
  parentKind: PlaceKind | null,
): PlacementObjection | undefined {
  if (isContainerKind(kind)) return parentKind === null ? 'container-lies-somewhere' : undefined;
  if (parentKind === null) return undefined;
  if (kind === 'site') return 'site-at-top';
  if (isContainerKind(parentKind)) return 'location-in-container';
  return locationsAbove(kind).includes(parentKind) ? undefined : 'level-too-low';
}

/** The kinds of location that one of this kind may stand in, the largest first. */
export function locationsAbove(kind: LocationKind): LocationKind[] {
  return locationKinds.slice(0, locationKinds.indexOf(kind));
}
