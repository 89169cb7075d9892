import type { Plugin } from 'vite';

/** Asks for the two regular cuts with the page, so that text does not change its face after it is read. */
export function preloadFonts(): Plugin {
  return {
    name: 'nhip-preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        return Object.keys(context.bundle ?? {})
          .filter((name) => /(?:latin|vietnamese)-400-normal[^/]*\.woff2$/.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              href: `/${name}`,
              as: 'font',
              type: 'font/woff2',
              crossorigin: '',
            },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}
