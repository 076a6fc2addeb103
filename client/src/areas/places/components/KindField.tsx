import { useTranslation } from 'react-i18next';
import type { PlaceKind } from '../../../../../shared/contracts/places.ts';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import { kindsIn } from '../kinds.ts';

interface KindFieldProps {
  parent: PlaceKind | undefined;
  kind: PlaceKind;
  onKind: (kind: PlaceKind) => void;
}

/** Only what may stand there. */
export function KindField({ parent, kind, onKind }: KindFieldProps) {
  const { t } = useTranslation('places');
  const kinds = kindsIn(parent);
  return (
    <Choices
      kind="radio"
      name="kind"
      label={t('add.kind')}
      chosen={[kind]}
      choices={kinds.map((one) => ({ value: one, label: t(`kind.${one}`), hint: t(`kindHint.${one}`) }))}
      onChange={(value) => onKind(kinds.find((one) => one === value) ?? kind)}
    />
  );
}
