/** Milliseconds between two tries. */
const interval = 3_000;

/**
 * The screens themselves did not come, so there is nothing to say it with. A browser that failed to fetch a module
 * never asks for it again while the page stands; the page is loaded anew as soon as the server answers.
 */
export async function loadAnew(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, interval));
  const isThere = await fetch('/healthz', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) window.location.reload();
  else await loadAnew();
}
