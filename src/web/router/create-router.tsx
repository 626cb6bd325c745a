import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from '#web/shell/Frame.tsx';
import { pageRoutes } from './collect-routes.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RouteError } from './RouteError.tsx';
import { parseSearch, stringifySearch } from './search.ts';

export function createPages() {
  const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage, errorComponent: RouteError });
  const pages = pageRoutes.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(page.load),
      errorComponent: RouteError,
      staticData: { page } as never,
    }),
  );
  return createRouter({
    routeTree: root.addChildren(pages),
    parseSearch,
    stringifySearch,
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFoundPage,
  });
}
