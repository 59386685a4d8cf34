/**
 * Loaded before the API (`node --import`): ends it when the start that watches over it is gone without a word, so that no
 * API without a supervisor keeps the port.
 */
const parent = Number(process.env['DINGBEN_SUPERVISOR']);

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();
