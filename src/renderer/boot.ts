/** The first that runs in the window: it asks for what the window will show, while the code that shows it is on its way. */
import { askAhead } from './app/ask-ahead.ts';

void askAhead();
void import('./main.tsx');
