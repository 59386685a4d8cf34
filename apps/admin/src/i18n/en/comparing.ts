/** What a comparison says of how entries became others, and of texts that only changed their place or their form. */
export const comparing = {
  splitInto: 'Split into %{numbers}',
  splitFrom: 'Split from former %{number} %{title}',
  mergedFrom: 'Merged from former %{numbers}',
  mergedInto: 'Merged into %{number} %{title}',
  became: { item: 'Service that became an item', service: 'Item that became a service' },
};
