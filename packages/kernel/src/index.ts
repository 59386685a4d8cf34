export { canonicalJson } from './canonical-json.ts';
export { crc32 } from './crc32.ts';
export { findForbidden, type ForbiddenCodePoint } from './forbidden.ts';
export { frame } from './frame.ts';
export { ok, refuse, type Problem, type Result } from './result.ts';
