/**
 * What `parse` makes of a command's arguments, or null where they are not what the command takes: `parseArgs` throws for
 * nothing but an option that it does not know or a value that is not wanted.
 */
export function parsedOrNull<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}
