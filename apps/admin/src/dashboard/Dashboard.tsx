import { Loading } from '../desk/states.tsx';

export default function Dashboard() {
  return <Loading />;
}
