/** Bytes in UTF-8, the ending apart: file systems take 255 in all, and browsers put a number behind a name that is there already. */
const LONGEST = 200;

/**
 * A name that every file system takes: without what they refuse, without dots or blanks at its ends, and cut between
 * characters where it is too long.
 *
 * @example fileName(['某标准（2023年版）', '（草案 第3次提交）'], 'docx') // '某标准（2023年版）（草案 第3次提交）.docx'
 */
export function fileName(parts: readonly string[], ending: string): string {
  const stem = parts
    .join('')
    .replaceAll(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '_')
    .replace(/^[. ]+/, '');
  let [name, bytes] = ['', 0];
  for (const char of stem) {
    bytes += Buffer.byteLength(char);
    if (bytes > LONGEST) break;
    name += char;
  }
  return `${name.replace(/[. ]{1,200}$/, '') || '_'}.${ending}`;
}
