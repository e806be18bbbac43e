// `npm run dev`: the server restarts when its files change, both apps reload in the browser.
import { join } from 'node:path';
import { root, runNode, runTool } from './steps.mjs';

const apiPort = process.env.PORT ?? '4000';

export async function develop() {
  process.stdout.write(
    `\n  Office    http://localhost:4001/admin/\n  Customer  http://localhost:4002/q/\n  Server    http://localhost:${apiPort}/\n\n`,
  );
  const app = (folder, port) =>
    runNode([join(root, folder, 'node_modules/vite/bin/vite.js'), '--port', port, '--strictPort'], {
      cwd: join(root, folder),
      env: { API_URL: `http://localhost:${apiPort}` },
    });
  await Promise.all([
    runTool('graphql-codegen', '--watch', '--silent'),
    runNode(
      [join(root, 'api/node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'src/main.ts'],
      { cwd: join(root, 'api') },
    ),
    app('admin-spa', '4001'),
    app('customer-spa', '4002'),
  ]);
}
