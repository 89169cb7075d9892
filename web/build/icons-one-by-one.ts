import type { Plugin } from 'vite';

const barrel = /^import \{([^}]+)\} from '@tabler\/icons-react';$/gm;

/**
 * `import { IconX } from '@tabler/icons-react'` read as an import of that one icon: the package's own
 * entry names all of its six thousand, and the bundler would parse every one of them.
 */
export function iconsOneByOne(): Plugin {
  return {
    name: 'nhip-icons-one-by-one',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: '@tabler/icons-react' },
      handler(code) {
        return {
          code: code.replace(barrel, (_whole, names: string) => importsOf(names)),
          map: null,
        };
      },
    },
  };
}

/** On one line for the names of one statement, so that the lines of the file stay where they are. */
function importsOf(names: string): string {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => `import ${name} from '@tabler/icons-react/dist/esm/icons/${name}.mjs';`)
    .join(' ');
}
