import { Client as Database } from 'pg';
import { bootSeededApi, type SeededApi } from './api.ts';
import { Client } from './client.ts';
import { entryOf, propose, published, type Publishers } from './publish.ts';
import { carryThrough, editions, fork, type EditionBody } from './work.ts';

export const STANDARD = 'beijing-basic-public-services';

/** A title that means something to HTML, XML and JSON. */
export const HOSTILE_TITLE = `<b>甲</b> & "乙" '丙' ]]> <!-- 丁`;

/** What stands in a draft and must not be read by anybody outside. */
export const SECRETS = {
  merged: '已并入草稿而未发布的文字',
  proposed: '只在修订建议里的文字',
  label: '2031年内部稿',
} as const;

/** Three whole stories of publication are told before the first test, by as many hands as a slow machine has. */
export const OPENING_MS = 240_000;

/** A service with publications to be read: 1 in force from 2024, 2 from March 2026, 3 from 2999, and a draft beside them. */
export class PublicSite {
  readonly api: SeededApi;
  readonly people: Publishers;
  readonly editions: readonly EditionBody[];
  /** What the bundled edition says where every publication says something else. */
  readonly importedText: string;

  private constructor(api: SeededApi, people: Publishers, made: readonly EditionBody[], importedText: string) {
    this.api = api;
    this.people = people;
    this.editions = made;
    this.importedText = importedText;
  }

  static async open(env: Readonly<Record<string, string>> = {}): Promise<PublicSite> {
    const api = await bootSeededApi({ DINGBEN_PUBLIC: '1', ...env });
    const signIn = (role: string): Promise<Client> => {
      const { username, password } = api.account(role);
      return Client.signIn(api.url, username, password);
    };
    const [editor, reviewer, publisher] = await Promise.all([
      signIn('editor'),
      signIn('reviewer'),
      signIn('publisher'),
    ]);
    const people = { editor, reviewer, publisher };
    const [imported] = await editions(editor);
    if (imported === undefined) throw new Error('the seed made no edition');
    const { provisions } = await entryOf(editor, imported.id, 'S010');
    const made = await publications(people, imported.id);
    await draft(people, made.at(-1)?.id ?? '');
    return new PublicSite(api, people, made, provisions?.standard ?? '');
  }

  /** Withdraws the edition in force from today on, and gives the day. */
  async withdraw(explanation: string): Promise<string> {
    const database = new Database({ connectionString: this.api.database.appUrl });
    await database.connect();
    const { rows } = await database.query<{ day: string }>(
      `INSERT INTO withdrawal (publication_id, explanation, effective_date, withdrawn_by_id)
        SELECT id, $1, (now() AT TIME ZONE 'Asia/Shanghai')::date, publisher_id FROM publication WHERE number = 2
        RETURNING effective_date::text AS day`,
      [explanation],
    );
    await database.end();
    return rows[0]?.day ?? '';
  }

  stop(): Promise<void> {
    return this.api.stop();
  }
}

async function publications(people: Publishers, importedId: string): Promise<EditionBody[]> {
  const first = await published(people, {
    basedOnId: importedId,
    label: '2024年版',
    effectiveDate: '2024-01-01',
    changes: { S010: { standard: '每人每月2600元。' } },
  });
  const second = await published(people, {
    basedOnId: first.id,
    label: '2026年版',
    effectiveDate: '2026-03-01',
    changes: {
      S010: { standard: '每人每月2800元。' },
      S001: { title: HOSTILE_TITLE, content: `${HOSTILE_TITLE}\n  第二行` },
    },
  });
  const third = await published(people, { basedOnId: second.id, label: '2999年版', effectiveDate: '2999-01-01' });
  return [first, second, third];
}

async function draft({ editor, reviewer }: Publishers, basedOnId: string): Promise<void> {
  const { id } = await fork(editor, basedOnId, SECRETS.label);
  await carryThrough(editor, reviewer, await propose(editor, id, { S002: { content: SECRETS.merged } }));
  await propose(editor, id, { S003: { content: SECRETS.proposed } });
}
