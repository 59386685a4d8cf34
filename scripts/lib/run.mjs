/** Runs a program of the checkout on the pinned Node, with signals handed on and its status handed back. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { pinnedNode, root } from './root.mjs';

/** The environment of every child: the pinned Node and the installed tools come first. */
export function toolEnvironment(extra = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/** Runs `node ...args`; resolves with its exit status. */
export function runNode(args, options = {}) {
  return run(pinnedNode(), args, options);
}

/** Runs a program; resolves with its exit status (128 + number after a signal). */
export function run(program, args, { env = {}, ...options } = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options, env: toolEnvironment(env) });
  const handOn = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? 128 + (constants.signals[signal ?? 'SIGKILL'] ?? 9));
    });
  });
}
