import { Loading } from '../desk/states.tsx';

export default function AccountList() {
  return <Loading />;
}
