import type { ListPart } from '#web/router/collect-list-parts.ts';
import { ViewsMenu } from './views/ViewsMenu.tsx';

export const listParts: readonly ListPart[] = [{ key: 'views', order: 10, Part: ViewsMenu }];
