/** RFC 6266: the plain name for old clients, the true one beside it. */
export function disposition({
  fileName,
  plainName,
}: {
  readonly fileName: string;
  readonly plainName: string;
}): string {
  // What encodeURIComponent leaves and RFC 8187 does not allow.
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`;
}
