import { useEffect, useEffectEvent } from 'react';

// What lies over the page, the topmost last: Back takes it away before it leaves the page.

const layers: (() => void)[] = [];

export function topLayer(): (() => void) | undefined {
  return layers.at(-1);
}

/** For as long as it is shown. Undefined: it cannot be put away, and Back leaves the page under it. */
export function useLayer(onClose: (() => void) | undefined): void {
  const close = useEffectEvent(() => onClose?.());
  const closes = onClose !== undefined;
  useEffect(() => {
    if (!closes) return;
    const layer = () => close();
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [closes]);
}
