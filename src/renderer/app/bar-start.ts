/** What stands at the left of the article's bar in place of the steps to other articles: a page that opens articles may have steps of its own. */
import { createContext, type ReactNode } from 'react';

export const BarStart = createContext<ReactNode>(null);
