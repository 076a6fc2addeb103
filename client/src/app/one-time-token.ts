import { useEffect, useState } from 'react';

/**
 * The token of a one-time link. It stands after the `#`, so that it never reaches a server's log, and leaves the
 * address bar at once, so that it stays neither in the history nor in a picture of the screen. Empty: there was
 * none.
 */
export function useOneTimeToken(): string {
  const [token, setToken] = useState(() => decoded(window.location.hash));
  useEffect(() => {
    const take = () => {
      const found = decoded(window.location.hash);
      if (!found) return;
      setToken(found);
      window.history.replaceState(
        window.history.state,
        '',
        window.location.pathname + window.location.search,
      );
    };
    take();
    // Somebody pastes another link into the same window.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return token;
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
