import {pino} from 'pino';
import type {Logger} from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
export type Log = Logger;

/**
 * The log: one line of JSON an event, on standard error. What is written is chosen field by field where it is written;
 * no request, error message or address is ever handed over whole, so there is nothing that would need to be removed.
 */
export const createLog = (level: LogLevel): Log =>
  pino(
    {level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: {level: label => ({level: label})}},
    // Written at once: a line that explains why the process ended must not end with it.
    pino.destination({dest: 2, sync: true}),
  );

/** Where an error arose, without its message, which may hold what somebody sent. */
export function placeOf(error: Error): {readonly error: string; readonly at: readonly string[]} {
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return {error: error.name, at: frames.slice(0, 8).map(frame => frame.trim())};
}
