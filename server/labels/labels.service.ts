/** Labels and sheets as drawings: what stands on them is planned by use case, then painted as PDF or as a picture. */
export { planCommandSheet } from './command-sheet.ts';
export { planMailingLabels } from './mailing-labels.ts';
export { planPlaceLabels } from './place-labels.ts';
export { savePdf, savePreview } from './print-labels.ts';
export { planPracticePage, planStationLabel } from './station-labels.ts';
export { planTestPage } from './test-page.ts';
