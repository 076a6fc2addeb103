// Before the first paint, so that a dark screen never flashes light. A file of its own because of the CSP.
try {
  const theme = localStorage.getItem('spoor.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage on this device: the system's theme it is.
}
