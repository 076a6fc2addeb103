/** Locations that stay, containers that move, and the way from the top to each. One file for each use case beside this. */
export { addContainer, addLocation, addRow } from './add-places.ts';
export { listBelow } from './below.queries.ts';
export { changePlace, moveContainer } from './change-place.ts';
export { findPlaceDamage, type PlaceDamage } from './find-damage.ts';
export { getPlace } from './get-place.ts';
export { listPlaces } from './list-places.ts';
export { findKeptPaths, findKeptPathsOf, findPaths, type StandingPlace } from './paths.queries.ts';
export { countDirectly, lockPlaceRows as lockPlaces } from './places.queries.ts';
export { removePlace } from './remove-place.ts';
export { showPlace } from './show-place.ts';
