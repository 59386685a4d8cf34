import { languageOf } from '../language.ts';

/** What `npm start` says, in the language of the terminal. */
export interface Sentences {
  readonly startingDatabase: string;
  readonly usingDatabase: string;
  readonly migrated: (count: number) => string;
  readonly seeding: string;
  readonly startingApi: string;
  readonly ready: (url: string, seconds: string) => string;
  readonly signIns: (file: string) => string;
  readonly howToStop: string;
  readonly stopping: string;
  readonly stopped: string;
  readonly ended: (what: 'api' | 'database', how: string, log: string) => string;
  readonly portTaken: (port: number, host: string) => string;
}

const en: Sentences = {
  startingDatabase: 'Starting the database …',
  usingDatabase: 'Connecting to the database in DATABASE_URL …',
  migrated: (count) => `Migrated the database: ${count} step(s).`,
  seeding: 'Loading the bundled standard and making the first accounts …',
  startingApi: 'Starting the API …',
  ready: (url, seconds) => `Dingben is ready after ${seconds} s: ${url}`,
  signIns: (file) => `First accounts, kept in ${file}:`,
  howToStop: 'Ctrl-C stops it.',
  stopping: 'Stopping …',
  stopped: 'Stopped.',
  ended: (what, how, log) => `The ${what === 'api' ? 'API' : 'database'} ended by itself (${how}); see ${log}.`,
  portTaken: (port, host) => `Port ${port} on ${host} is taken. Set PORT to another: PORT=${port + 1} npm start`,
};

const zh: Sentences = {
  startingDatabase: '正在启动数据库……',
  usingDatabase: '正在连接 DATABASE_URL 所指的数据库……',
  migrated: (count) => `数据库结构已更新：${count} 步。`,
  seeding: '正在载入随附的标准并建立首批账号……',
  startingApi: '正在启动服务……',
  ready: (url, seconds) => `定本已就绪，用时 ${seconds} 秒：${url}`,
  signIns: (file) => `首批账号（保存在 ${file}）：`,
  howToStop: '按 Ctrl-C 停止。',
  stopping: '正在停止……',
  stopped: '已停止。',
  ended: (what, how, log) => `${what === 'api' ? '服务' : '数据库'}自行退出（${how}），详见 ${log}。`,
  portTaken: (port, host) => `${host} 的端口 ${port} 已被占用。请另设 PORT，例如：PORT=${port + 1} npm start`,
};

/** The sentences in the language of the terminal. */
export function sentencesFor(env: Readonly<Record<string, string | undefined>>): Sentences {
  return languageOf(env) === 'zh' ? zh : en;
}
