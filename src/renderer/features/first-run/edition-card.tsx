/** A glimpse of what the app makes of the news: decoration, with today's date and the sample edition's headlines. */
import harbour from './harbour.svg';

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

const headlines = [
  'Night trains return to the eastern line',
  'Reservoirs reach two-thirds after a wet autumn',
  'Shared branches in market towns',
  'Two centuries of debates go online',
  'What open maps taught a rescue team',
];

export function EditionCard() {
  return (
    <div className="fr-mini" aria-hidden="true">
      <div className="fr-mini-day">{dayFormat.format(Date.now()).replace(',', '')}</div>
      <div className="fr-mini-grid">
        <div>
          <img src={harbour} alt="" />
          <div className="fr-mini-lead">Eleven ports agree to share the cost of holding back the sea</div>
        </div>
        <div>
          {headlines.map((headline) => (
            <div className="fr-mini-small" key={headline}>
              {headline}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
