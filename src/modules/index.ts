import type { Module } from '#platform/module/module.ts';
import { calendarModule } from '#modules/calendar/index.ts';
import { identityModule } from '#modules/identity/index.ts';
import { indicatorModule } from '#modules/indicator/index.ts';
import { intakeModule } from '#modules/intake/index.ts';
import { noticeModule } from '#modules/notice/index.ts';
import { observatoryModule } from '#modules/observatory/index.ts';
import { publicationModule } from '#modules/publication/index.ts';
import { recordModule } from '#modules/record/index.ts';
import { registryModule } from '#modules/registry/index.ts';
import { systemModule } from '#modules/system/index.ts';

/** The map: rooms in order. A room may open the doors of rooms listed above it, never of one below. */
export const modules: readonly Module[] = [identityModule, calendarModule, noticeModule, recordModule, systemModule, registryModule, indicatorModule, intakeModule, observatoryModule, publicationModule];
