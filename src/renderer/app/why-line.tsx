/** The reason beside a story, with its menu: less like this, why, turn off this reason. */
import { useState } from 'react';
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ForYouReason } from '../../contract/for-you.ts';
import { signed } from '../lib/numbers.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuButton, type MenuGroups } from '../ui/menu.tsx';
import { navigate } from './navigation.ts';
import { muteReason, sayLess, sayMore } from './reasons.ts';

interface WhyLineProps {
  readonly article: ArticleSummary;
  readonly text: string;
  readonly reasons: readonly ForYouReason[];
  /** Show the reasons with their + and − at once, not only when asked for. */
  readonly isOpen?: boolean;
  /** What was said changes the order: time to ask for it again. */
  readonly onTaught: () => void;
}

export function WhyLine({ article, text, reasons, isOpen = false, onTaught }: WhyLineProps) {
  const [isShown, setShown] = useState(isOpen);
  return (
    <div className="why-line">
      <p className="why">
        <Icon name="spark" />
        <span>{text}</span>
        <MenuButton
          label={`About this reason: ${text}`}
          groups={whyMenu({ article, reasons, isShown, onTaught, onShow: () => setShown(!isShown) })}
        >
          <IconButton small icon="more" label="About this reason" className="why-more" />
        </MenuButton>
      </p>
      {isShown && reasons.length > 0 && <Reasons article={article} reasons={reasons} onTaught={onTaught} />}
    </div>
  );
}

interface WhyMenu extends Pick<WhyLineProps, 'article' | 'reasons' | 'onTaught'> {
  readonly isShown: boolean;
  readonly onShow: () => void;
}

function whyMenu({ article, reasons, isShown, onTaught, onShow }: WhyMenu): MenuGroups {
  const main = reasons[0];
  return [
    [
      {
        id: 'less',
        icon: 'minus',
        label: 'Less like this',
        run: () => void sayLess(article, main, onTaught),
      },
      {
        id: 'more',
        icon: 'plus',
        label: 'More like this',
        run: () => void sayMore(article, main, onTaught),
      },
    ],
    [
      reasons.length > 0
        ? { id: 'why', icon: 'info', label: isShown ? 'Hide the reasons' : 'Why', run: onShow }
        : {
            id: 'profile',
            icon: 'info',
            label: 'Why',
            run: () => navigate({ screen: 'for-you', view: 'for-you', argument: 'profile' }),
          },
      ...(main === undefined
        ? []
        : [
            {
              id: 'off',
              icon: 'bell-off' as const,
              label: `Turn off this reason: ${main.label}`,
              run: () => void muteReason(main, onTaught),
            },
          ]),
    ],
  ];
}

/** The three that moved it most, each to be strengthened or weakened. */
function Reasons({ article, reasons, onTaught }: Pick<WhyLineProps, 'article' | 'reasons' | 'onTaught'>) {
  return (
    <ul className="reasons" aria-label="Reasons">
      {reasons.map((reason) => (
        <li key={reason.feature}>
          <span className="grow">
            {reason.text} <span className="num">{signed(reason.contribution)}</span>
          </span>
          <IconButton
            small
            icon="plus"
            label={`More of ${reason.label}`}
            onPress={() => void sayMore(article, reason, onTaught)}
          />
          <IconButton
            small
            icon="minus"
            label={`Less of ${reason.label}`}
            onPress={() => void sayLess(article, reason, onTaught)}
          />
        </li>
      ))}
    </ul>
  );
}
