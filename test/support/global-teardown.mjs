/** Ends the shared PostgreSQL and removes its folder. */
export default async function globalTeardown() {
  await globalThis.dingbenTestServer?.stop();
}
