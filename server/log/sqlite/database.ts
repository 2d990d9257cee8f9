import Libsql from 'libsql';
import { closed } from '../errors.ts';
import { translate } from './errors.ts';

type Value = string | number | null;
export type Cells = Readonly<Record<string, unknown>>;

export interface Statement {
  /** How many rows it changed. */
  run(...values: Value[]): number;
  all(...values: Value[]): Cells[];
}

/**
 * The one connection to the file; what it throws are LogErrors, but for a wrong statement. Of the driver only exec,
 * prepare, run and all are used: they are the ones that were tried under load.
 */
export interface Database {
  readonly file: string;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** Does not let go of the lock while statements live, which is until they are collected: see `release`. */
  close(): void;
}

export const connect = (file: string): Database => {
  let open = true;
  const guarded = <T>(work: () => T): T => {
    if (!open) throw closed();
    try {
      return work();
    } catch (error) {
      throw translate(file, error);
    }
  };
  const driver = guarded(() => new Libsql(file));
  return {
    file,
    exec: (sql) => guarded(() => void driver.exec(sql)),
    prepare(sql) {
      const statement = guarded(() => driver.prepare(sql));
      // The values go as one list: the driver takes a lone null or buffer for an object of named values.
      return {
        run: (...values) => guarded(() => statement.run(values).changes),
        all: (...values) => guarded(() => statement.all(values) as Cells[]),
      };
    },
    close() {
      guarded(() => void driver.close());
      open = false;
    },
  };
};
