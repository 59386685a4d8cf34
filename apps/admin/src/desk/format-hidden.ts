import { createContext } from 'react';

/** Whether the page that a text stands on leaves out changes that are only form. */
export const FormatHidden = createContext(false);
