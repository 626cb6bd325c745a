import { readConfig } from '#platform/config/config.ts';
import { serve } from './serve.ts';
import { tellAndExit } from './tell.ts';

serve(readConfig()).catch(tellAndExit);
