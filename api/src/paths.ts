import { join } from 'node:path';

/** Where things lie beside the code; the same from source (api/src) and from the build (api/dist). */
const here = import.meta.dirname;

export const paths = {
  contract: join(here, '../../schema'),
  assets: join(here, '../assets'),
  adminSpa: join(here, '../../admin-spa/dist'),
  customerSpa: join(here, '../../customer-spa/dist'),
  pdfWorker: import.meta.filename.endsWith('.ts')
    ? join(here, 'adapters/pdf-worker.ts')
    : join(here, 'pdf-worker.js'),
  cli: import.meta.filename.endsWith('.ts') ? join(here, 'cli.ts') : join(here, 'cli.js'),
  fileWorker: import.meta.filename.endsWith('.ts')
    ? join(here, 'adapters/file-worker.ts')
    : join(here, 'file-worker.js'),
};
