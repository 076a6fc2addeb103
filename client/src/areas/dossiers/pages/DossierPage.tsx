import { useParams } from 'react-router';
import { Dossier } from '../components/Dossier.tsx';

export default function DossierPage() {
  const { id = '' } = useParams();
  return <Dossier key={id} id={id} />;
}
