import { expect, test } from 'vitest';
import { isContainerKind } from '../../../../shared/places/placement.ts';
import { kindsIn } from './kinds.ts';

test('at the top stand locations, the site first', () => {
  expect(kindsIn(undefined)).toEqual(['site', 'building', 'room', 'rack', 'shelf']);
});

test('in a location go smaller locations, the next one first, and containers', () => {
  expect(kindsIn('room')).toEqual(['rack', 'shelf', 'box', 'folder', 'tray', 'crate']);
  expect(kindsIn('shelf')[0]).toBe('box');
});

test('a container moves, so only containers lie in it', () => {
  expect(kindsIn('box').every(isContainerKind)).toBe(true);
});
