/** Ways to begin other than picking titles: a list from another reader, the sample edition, an address. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { openOverlay } from '../../app/overlays.ts';
import { chooseFile } from '../../lib/choose-file.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { OneStop } from '../../ui/one-stop.tsx';

interface OtherWaysProps {
  readonly sample: readonly CatalogueTitle[];
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
  readonly onStart: (titles: readonly CatalogueTitle[]) => void;
}

export function OtherWays({ sample, isBusy, onFile, onStart }: OtherWaysProps) {
  return (
    <OneStop className="fr-ways" label="Other ways to begin">
      <Way
        icon="import"
        name="Import OPML"
        about="From another reader"
        isBusy={isBusy}
        onPress={() => chooseFile('.opml,.xml,text/x-opml,text/xml', onFile)}
      />
      {sample.length > 0 && (
        <Way
          icon="today"
          name="Open a sample edition"
          about="Try it offline, decide later"
          isBusy={isBusy}
          onPress={() => onStart(sample)}
        />
      )}
      <Way
        icon="globe"
        name="Paste an address"
        about="Of a site you already read"
        isBusy={isBusy}
        onPress={() => openOverlay('add-feed')}
      />
    </OneStop>
  );
}

interface WayProps {
  readonly icon: IconName;
  readonly name: string;
  readonly about: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

function Way({ icon, name, about, isBusy, onPress }: WayProps) {
  return (
    <button type="button" aria-disabled={isBusy} onClick={() => !isBusy && onPress()}>
      <Icon name={icon} size="l" />
      <span>
        <b>{name}</b>
        <span className="t2">{about}</span>
      </span>
    </button>
  );
}
