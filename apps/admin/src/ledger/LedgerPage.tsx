import { Loading } from '../desk/states.tsx';

export default function LedgerPage() {
  return <Loading />;
}
