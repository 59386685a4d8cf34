import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './App.tsx';
import './theme/tokens.css';
import './layout/layout.css';
import './desk/desk.css';

// A data router, so that leaving with unsaved work can be stopped; the pages themselves are in routes.tsx.
const router = createBrowserRouter([{ path: '*', element: <App /> }]);

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has no #desk');
createRoot(place).render(<RouterProvider router={router} />);

// Never in the way of the first text: most machines have Chinese fonts of their own.
void import('./theme/fonts.css');
