import { Loading } from '../desk/states.tsx';

export default function ComparisonPage() {
  return <Loading />;
}
