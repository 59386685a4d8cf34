/** Every page of the desk and its address. Each is loaded when it is first opened. */
import { lazy, type ComponentType } from 'react';
import { CustomRoutes, Resource, useCanAccess } from 'ra-core';
import { Route } from 'react-router-dom';
import { Forbidden, Loading } from './desk/states.tsx';

export const Dashboard = lazy(() => import('./dashboard/Dashboard.tsx'));
const EditionPage = lazy(() => import('./editions/EditionPage.tsx'));
const PublicationPage = lazy(() => import('./editions/PublicationPage.tsx'));
const ChecklistPage = lazy(() => import('./editions/checklist/ChecklistPage.tsx'));
const ProofreadingPage = lazy(() => import('./proofreading/ProofreadingPage.tsx'));
const EditionList = lazy(() => import('./editions/EditionList.tsx'));
const AmendmentList = lazy(() => import('./amendments/list/AmendmentList.tsx'));
const AmendmentPage = lazy(() => import('./amendments/review/AmendmentPage.tsx'));
const ComparisonPage = lazy(() => import('./comparisons/ComparisonPage.tsx'));
const NotesPage = lazy(() => import('./comparisons/NotesPage.tsx'));
const QuantitiesPage = lazy(() => import('./quantities/QuantitiesPage.tsx'));
const RegulationList = lazy(() => import('./registry/regulations/RegulationList.tsx'));
const RegulationPage = lazy(() => import('./registry/regulations/RegulationPage.tsx'));
const DuplicatesPage = lazy(() => import('./registry/regulations/DuplicatesPage.tsx'));
const ImportList = lazy(() => import('./imports/ImportList.tsx'));
const ImportPage = lazy(() => import('./imports/ImportPage.tsx'));
const AgencyList = lazy(() => import('./registry/agencies/AgencyList.tsx'));
const AgencyPage = lazy(() => import('./registry/agencies/AgencyPage.tsx'));
const LedgerPage = lazy(() => import('./ledger/LedgerPage.tsx'));
const AccountList = lazy(() => import('./accounts/AccountList.tsx'));

/** A page that only those see who have its right; the others are told so, at the same address. */
function guarded(resource: string, Page: ComponentType): ComponentType {
  return function Guarded() {
    const { canAccess, isPending } = useCanAccess({ resource, action: 'list' });
    if (isPending) return <Loading />;
    return canAccess === true ? <Page /> : <Forbidden />;
  };
}
const Imports = guarded('imports', ImportList);
const Import = guarded('imports', ImportPage);
const Ledger = guarded('ledger', LedgerPage);
const Accounts = guarded('accounts', AccountList);

export const pages = [
  <CustomRoutes key="pages">
    <Route path="/editions/:id" element={<EditionPage />} />
    <Route path="/editions/:id/entries/:serviceId" element={<EditionPage />} />
    <Route path="/editions/:id/publication" element={<PublicationPage />} />
    <Route path="/editions/:id/checklist" element={<ChecklistPage />} />
    <Route path="/editions/:id/proofreading" element={<ProofreadingPage />} />
    <Route path="/amendments/:id" element={<AmendmentPage />} />
    <Route path="/comparisons" element={<ComparisonPage />} />
    <Route path="/comparisons/notes" element={<NotesPage />} />
    <Route path="/quantities" element={<QuantitiesPage />} />
    <Route path="/regulations/duplicates" element={<DuplicatesPage />} />
    <Route path="/regulations/:id" element={<RegulationPage />} />
    <Route path="/imports" element={<Imports />} />
    <Route path="/imports/:id" element={<Import />} />
    <Route path="/agencies/:id" element={<AgencyPage />} />
    <Route path="/ledger" element={<Ledger />} />
    <Route path="/accounts" element={<Accounts />} />
  </CustomRoutes>,
  <Resource key="editions" name="editions" list={EditionList} />,
  <Resource key="amendments" name="amendments" list={AmendmentList} />,
  <Resource key="regulations" name="regulations" list={RegulationList} />,
  <Resource key="agencies" name="agencies" list={AgencyList} />,
];
