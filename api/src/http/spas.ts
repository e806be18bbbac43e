import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { paths } from '../paths.ts';

/** The two single page apps. Files with a hash in their name never change; the pages themselves are always asked for anew. */
export async function spaRoutes(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { ...assets, root: paths.adminSpa, prefix: '/admin/' });
  await app.register(fastifyStatic, {
    ...assets,
    root: paths.customerSpa,
    prefix: '/customer/',
    decorateReply: false,
  });
  const page = (root: string) => (_request: unknown, reply: FastifyReply) =>
    reply.sendFile('index.html', root);
  app.get('/admin', (_request, reply) => reply.redirect('/admin/'));
  app.get('/admin/', page(paths.adminSpa));
  // Browsers ask for it beside pages that name no icon, such as a PDF.
  app.get('/favicon.ico', (_request, reply) => reply.sendFile('icon.svg', paths.customerSpa));
  for (const url of ['/q', '/q/*', '/i', '/i/*', '/a', '/a/*', '/verify', '/verify/'])
    app.get(url, page(paths.customerSpa));
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && request.url.startsWith('/admin/') && !/\.\w+$/.test(request.url)
      ? page(paths.adminSpa)(request, reply)
      : reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here.'),
  );
}

const assets = {
  index: false as const,
  preCompressed: true,
  cacheControl: false,
  setHeaders: (reply: FastifyReply, file: string) => void reply.header('cache-control', lifetimeOf(file)),
};

function lifetimeOf(file: string): string {
  if (/index\.html(\.br)?$/.test(file)) return 'no-store';
  return file.includes('/dist/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
