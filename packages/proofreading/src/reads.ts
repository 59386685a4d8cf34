import { PROVISION_KEYS } from '@dingben/outline';

/** Every text of an entry. */
export const EVERYWHERE = ['title', ...PROVISION_KEYS] as const;
/** The five provisions, without the title. */
export const PROVISIONS = PROVISION_KEYS;
