import type pg from 'pg';

type Connected = Parameters<Parameters<pg.Pool['connect']>[0]>;

/**
 * graphile-worker gives the connection on which it listens back twice when it is lost while the worker starts and
 * stops. The pool throws at that, into a promise that nobody looks at, which would end the process: once is enough.
 */
export function giveBackOnce(pool: pg.Pool): pg.Pool {
  const connect = pool.connect.bind(pool);
  const connectOnce = (callback?: (...connected: Connected) => void) => {
    if (!callback) return connect();
    return connect((error, client, release) => {
      let isBack = false;
      callback(error, client, (reason) => {
        if (isBack) return;
        isBack = true;
        // None is given where the pool has ended.
        (release as typeof release | undefined)?.(reason);
      });
    });
  };
  pool.connect = connectOnce as pg.Pool['connect'];
  return pool;
}
