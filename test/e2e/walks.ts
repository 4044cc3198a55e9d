import type { Desk, Role } from './desk.ts';

/** What each role does on an ordinary day, step by step, with the words that they must then read. */
interface Walk {
  readonly role: Role;
  readonly about: string;
  /** Lines, clicks and submits that it takes. */
  readonly interactions: { readonly Teams: number; readonly Slack: number };
  readonly walk: (desk: Desk) => Promise<void>;
}

export const WALKS: readonly Walk[] = [
  {
    role: 'newcomer',
    about: 'greets, asks what a word means, and sends a first case by the form',
    interactions: { Teams: 6, Slack: 6 },
    async walk(desk) {
      await desk.types('hej');
      await desk.reads('Hej, jeg er Indgang');
      await desk.types('hvad kan du?');
      await desk.reads('afventer os');
      await desk.types('hvad betyder gråzone?');
      await desk.reads('En sag, som begge sider kan tage');
      await desk.opensForm();
      await desk.reads('Ny henvendelse');
      await desk.enters({
        'CVR-nummer': '25313763',
        'Hvad har de brug for?': 'Eksport og internationalisering',
        Kontaktperson: 'Hanne Hansen',
        Telefon: '40411234',
      });
      await desk.presses('Find den rette dør');
      await desk.reads('Sig til virksomheden: Erhvervshus Midtjylland svarer senest');
      await desk.presses('Send med samtykke');
      await desk.reads('er oprettet og sendt til Erhvervshus Midtjylland');
    },
  },
  {
    role: 'consultant',
    about: 'has a caller on the line, looks at what was sent, slips and undoes it',
    interactions: { Teams: 9, Slack: 9 },
    async walk(desk) {
      await desk.types(
        'Søndersø Maskinfabrik cvr 99100419 vil sælge til Sverige, ring til Jens Bæk 86601020',
      );
      await desk.reads('gælder et af følgende?');
      await desk.presses('Kompetencen mangler lokalt');
      await desk.reads('Søndersø Maskinfabrik A/S');
      await desk.types('hvad betyder LES?');
      await desk.reads('Kommunens erhvervsservice, én i hver kommune');
      await desk.types('bekræft med samtykke');
      await desk.reads('er oprettet og sendt til Erhvervshus Midtjylland');
      await desk.types('mine henvisninger');
      await desk.reads('Sager, jeg har sendt');
      await desk.types('hvem har Søndersø?');
      await desk.reads('Søndersø Maskinfabrik');
      await desk.types('86601020');
      await desk.reads('Søndersø Maskinfabrik');
      await desk.types('fortryd');
      await desk.reads('Søndersø Maskinfabrik');
      await desk.types('tak');
      await desk.reads('Selv tak');
    },
  },
  {
    role: 'phone',
    about: 'answers one caller in the call, and sends a company in crisis on',
    interactions: { Teams: 4, Slack: 4 },
    async walk(desk) {
      await desk.types('log 99101547 vil vide hvordan man får patent på en ny kajak, Ida Bro 51 22 33 44');
      await desk.reads('Gudenåens Kajak');
      await desk.presses('Opret med samtykke');
      await desk.reads('er oprettet');
      await desk.types('log 99100559 kan ikke betale løn på fredag og frygter konkurs, Ole Lund 86601122');
      await desk.reads('HASTER');
      await desk.presses('Opret sagen her');
      await desk.reads('Early Warning');
    },
  },
  {
    role: 'colleague',
    about: 'takes the crisis from the channel, calls in vain, and then answers',
    interactions: { Teams: 8, Slack: 8 },
    async walk(desk) {
      await desk.turnsTo('channel');
      await desk.reads('HASTER – Å-dalens Økologi');
      await desk.presses('Overtag');
      await desk.reads('Carla Winther');
      await desk.turnsTo('chat');
      await desk.types('mine sager');
      await desk.reads('1 sag');
      await desk.types('sag Å-dalens Økologi');
      await desk.reads('99100559 kan ikke betale løn');
      await desk.fills('Forsøgt kontaktet', {});
      await desk.reads('forsøg');
      await desk.fills('Virksomheden har fået svar', {});
      await desk.reads('Det er registreret, at virksomheden har fået svar.');
    },
  },
  {
    role: 'coordinator',
    about: 'looks at the office’s day, and gives a case to a colleague',
    interactions: { Teams: 7, Slack: 7 },
    async walk(desk) {
      await desk.types('oversigt');
      await desk.reads('Oversigt for Erhvervshus Midtjylland');
      await desk.types('afventer os');
      await desk.reads('Gudenåens Kajak');
      await desk.types('kontorets sager');
      await desk.reads('Gudenåens Kajak');
      await desk.types('hvem har Gudenåens Kajak?');
      await desk.reads('Gudenåens Kajak');
      await desk.fills('Tildel', { Kollega: 'Carla Winther' });
      await desk.reads('Carla Winther');
    },
  },
];
