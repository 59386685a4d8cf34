import { Loading } from '../../desk/states.tsx';

export default function AmendmentPage() {
  return <Loading />;
}
