import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import { ClaimsIdentity, ServiceClientCredentialsFactory } from 'botframework-connector';

/** Signs the bot's requests with its token. Without a token they go unsigned, for local use. */
class TokenCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #token: (() => Promise<string>) | null;

  constructor(appId: string, token: (() => Promise<string>) | null) {
    super();
    this.#appId = appId;
    this.#token = token;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#token === null;
  }

  override async createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const token = this.#token;
    return {
      async signRequest(request) {
        if (token) request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    };
  }
}

/** The response of a turn: an invoke's status and body, or an empty one. */
export interface TurnResult {
  readonly status: number;
  readonly body?: unknown;
}

/** Bot Framework's adapter behind our own sign-in: it runs turns and sends messages, and verifies nothing. */
export class TurnAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(appId: string, token: (() => Promise<string>) | null) {
    super(new ConfigurationBotFrameworkAuthentication({}, new TokenCredentials(appId, token)));
    this.#appId = appId;
  }

  /** Runs a turn for an activity whose sender has been verified. */
  async run(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<TurnResult> {
    const claimsIdentity =
      this.#appId === '' ? new ClaimsIdentity([], 'anonymous') : this.createClaimsIdentity(this.#appId);
    const answer = await this.processActivity(
      {
        audience: '',
        claimsIdentity,
        connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
      },
      activity,
      logic,
    );
    return answer ?? { status: 200 };
  }
}
