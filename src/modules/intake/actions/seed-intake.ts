import { sampleCity } from '#modules/registry/index.ts';
import type { Context } from '#platform/module/module.ts';
import { seedAssets } from './asset/seed-assets.ts';
import { seedCampaigns } from './campaign/seed-campaigns.ts';

/** Demonstration records of the room, in one sample city. */
export async function seedIntake(context: Context): Promise<Record<string, string>> {
  await seedAssets(context, sampleCity('A'));
  await seedCampaigns(context, sampleCity('A'));
  return {};
}
