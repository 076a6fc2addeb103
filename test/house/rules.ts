import type { Rule } from './breach.ts';
import { clientAreasApart } from './rules/client-areas-apart.ts';
import { fileSizes } from './rules/file-sizes.ts';
import { frozenImports } from './rules/frozen-imports.ts';
import { frozenMigrations } from './rules/frozen-migrations.ts';
import { importDirections } from './rules/import-directions.ts';
import { noLiteralText } from './rules/no-literal-text.ts';
import { packageVersions } from './rules/package-versions.ts';
import { pureRules } from './rules/pure-rules.ts';
import { routesAndContracts } from './rules/routes-and-contracts.ts';
import { sharedIsFree } from './rules/shared-is-free.ts';
import { textsComplete } from './rules/texts-complete.ts';
import { textsUsed } from './rules/texts-used.ts';
import { topLevel } from './rules/top-level.ts';

/** The rules of this house, by the name under which a breach is reported. */
export const houseRules: Readonly<Record<string, Rule>> = {
  'import-directions': importDirections,
  'pure-rules': pureRules,
  'shared-is-free': sharedIsFree,
  'client-areas-apart': clientAreasApart,
  'frozen-imports': frozenImports,
  'frozen-migrations': frozenMigrations,
  'routes-and-contracts': routesAndContracts,
  'texts-complete': textsComplete,
  'texts-used': textsUsed,
  'no-literal-text': noLiteralText,
  'file-sizes': fileSizes,
  'top-level': topLevel,
  'package-versions': packageVersions,
};
