/** What `npm run generate` writes and the repository holds. */
export const generatedFiles = ['apps/api/openapi.json', 'apps/admin/src/api/generated/schema.d.ts'];
