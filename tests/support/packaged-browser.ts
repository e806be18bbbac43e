import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const out = join(import.meta.dirname, '../.out');

/** The Chromium that came with the packages, with the libraries and letters that a bare machine lacks. Linux on x64. */
export async function packagedBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`no browser comes with the packages for ${process.platform} on ${process.arch}`);
  }
  const home = await unpacked();
  const env = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...Object.fromEntries(env),
      LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

/** Unpacks once. Renamed into place whole: an interrupted start must not leave half a browser for the next one. */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archives = join(dirname(entry), '../bin');
  const home = join(out, `chromium-${version(entry)}`);
  if (existsSync(join(home, 'chromium'))) return home;
  mkdirSync(out, { recursive: true });
  const fresh = mkdtempSync(join(out, 'unpacking-'));
  try {
    await inflate(
      entry,
      ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => join(archives, name)),
      fresh,
    );
    writeFileSync(join(fresh, 'fonts.conf'), fontsConf(join(home, 'fonts/fonts')));
    renameSync(fresh, home);
  } catch (error) {
    // Another run may have been faster.
    if (!existsSync(join(home, 'chromium'))) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return home;
}

const version = (entry: string): string => {
  const { version: text } = createRequire(entry)('../package.json') as { version: string };
  return text;
};

/** The package unpacks into the system's temporary folder and nowhere else, so it runs in a process that has its own. */
async function inflate(entry: string, archives: readonly string[], folder: string): Promise<void> {
  const script = `
    const { inflate } = await import(${JSON.stringify(pathToFileURL(entry).href)});
    await Promise.all(${JSON.stringify(archives)}.map((archive) => inflate(archive)));`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: folder },
  });
}

const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/.cache</cachedir></fontconfig>
`;
