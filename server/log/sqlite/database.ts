import Libsql from 'libsql';
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
  /** Made once, and once more after `reopen`. */
  prepare(sql: string): Statement;
  reopen(): void;
  close(): void;
}

export const connect = (file: string): Database => {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw translate(file, error);
    }
  };
  const open = (): Libsql.Database => guarded(() => new Libsql(file));
  let driver = open();

  return {
    file,
    exec: (sql) => guarded(() => void driver.exec(sql)),
    prepare(sql) {
      let madeFor: Libsql.Database | null = null;
      let made: Libsql.Statement | null = null;
      const statement = (): Libsql.Statement => {
        if (made === null || madeFor !== driver) made = driver.prepare(sql);
        madeFor = driver;
        return made;
      };
      // The values go as one list: the driver takes a lone null or buffer for an object of named values.
      return {
        run: (...values) => guarded(() => statement().run(values).changes),
        all: (...values) => guarded(() => statement().all(values) as Cells[]),
      };
    },
    reopen() {
      guarded(() => void driver.close());
      driver = open();
    },
    close: () => guarded(() => void driver.close()),
  };
};
