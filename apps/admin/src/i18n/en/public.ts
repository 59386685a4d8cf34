export const publicSite = {
  address: 'Public address',
  hint: 'Anybody reads and downloads this edition here, without signing in; the address stays.',
};
