/** Chinese where the terminal's language is Chinese, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): 'zh' | 'en' {
  const language = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return language?.startsWith('zh') === true ? 'zh' : 'en';
}
