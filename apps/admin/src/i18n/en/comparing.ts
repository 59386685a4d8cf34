/** What a comparison says of how entries became others, and of texts that only changed their place or their form. */
export const comparing = {
  splitInto: 'Split into %{numbers}',
  splitFrom: 'Split from former %{number} %{title}',
  mergedFrom: 'Merged from former %{numbers}',
  mergedInto: 'Merged into %{number} %{title}',
  movedAway: 'Moved away, no. %{number}: go to where it stands now',
  movedHere: 'Moved here, no. %{number}: go to where it stood',
  markAway: 'moved away %{number}',
  markHere: 'moved here %{number}',
  hideFormat: 'Hide changes of form (%{count})',
  three: 'Three-way',
  base: 'Base',
  baseOf: 'Base: %{label}',
  draft: 'Draft as it stands (against the base)',
  draftThen: 'Draft at the time (against the base)',
  proposed: 'This amendment (against the draft)',
  became: { item: 'Service that became an item', service: 'Item that became a service' },
};
