// A bot made with the Bot Builder that has ours as its skill. It takes four addresses and names, plays one conversation, and ends with what it
// heard as one line of JSON. Tokens come from the issuer it is given; all else, also how replies are checked, is the packages' own.
const http = require('node:http');
const { CloudAdapter, CloudSkillHandler, EventFactory, MemoryStorage, SkillConversationIdFactory } = require('botbuilder');
const { AppCredentials, AuthenticationConfiguration, BotFrameworkAuthenticationFactory, ServiceClientCredentialsFactory, allowedCallersClaimsValidator } = require('botframework-connector');

const [bot, issuer, parent, skill] = process.argv.slice(2);
const conversation = 'parent-1';

class IssuedCredentials extends AppCredentials {
  async refreshToken() {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: this.appId, client_secret: 'S3cret', scope: `${this.oAuthScope}/.default` });
    const answer = await fetch(`${issuer}/botframework.com/oauth2/v2.0/token`, { method: 'POST', body: form });
    const { access_token: accessToken, expires_in: seconds } = await answer.json();
    return { accessToken, expiresOn: new Date(Date.now() + seconds * 1000) };
  }
}

class IssuedCredentialsFactory extends ServiceClientCredentialsFactory {
  async isValidAppId(id) { return id === parent; }

  async isAuthenticationDisabled() { return false; }

  async createCredentials(appId, audience) { return new IssuedCredentials(appId, undefined, audience); }
}

/** Where the skill says what it has to say: each call is proven before it gets here. */
class SkillHost extends CloudSkillHandler {
  heard = [];

  waiting = [];

  async onReplyToActivity(claims, id, replyTo, activity) { return this.take(id, replyTo, activity); }

  async onSendToConversation(claims, id, activity) { return this.take(id, null, activity); }

  take(id, replyTo, activity) {
    this.heard.push({ id, replyTo, activity });
    this.waiting = this.waiting.filter((done) => !done());
    return { id: `host-${this.heard.length}` };
  }

  until(isSo) {
    return new Promise((resolve) => {
      const look = () => { const found = this.heard.find((one) => isSo(one.activity)); if (found) resolve(found.activity); return Boolean(found); };
      if (!look()) this.waiting.push(look);
    });
  }
}

const authentication = BotFrameworkAuthenticationFactory.create(
  '', true, issuer, 'https://api.botframework.com', 'https://api.botframework.com', issuer,
  `${issuer}/v1/.well-known/openidconfiguration`, `${issuer}/common/v2.0/.well-known/openid-configuration`, '',
  new IssuedCredentialsFactory(), new AuthenticationConfiguration([], allowedCallersClaimsValidator([skill])));
const host = new SkillHost(new CloudAdapter(authentication), async () => {}, new SkillConversationIdFactory(new MemoryStorage()), authentication);

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const [, id, replyTo] = /^\/api\/skills\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(request.url) || [];
  try {
    const activity = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const authorization = request.headers.authorization || '';
    const taken = replyTo
      ? await host.handleReplyToActivity(authorization, decodeURIComponent(id), decodeURIComponent(replyTo), activity)
      : await host.handleSendToConversation(authorization, decodeURIComponent(id), activity);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(taken));
  } catch (refused) {
    response.writeHead(refused.statusCode || 500).end();
    console.error(String(refused.stack || refused));
  }
});

const client = authentication.createBotFrameworkClient();
let number = 0;

function post(with_) {
  const activity = { type: 'message', id: `p${++number}`, channelId: 'webchat', from: { id: 'u1', name: 'Wang' }, recipient: { id: parent }, conversation: { id: 'outer' }, serviceUrl: 'https://webchat.example', locale: 'en', ...with_ };
  return client.postActivity(parent, skill, `${bot}/api/messages`, `http://127.0.0.1:${server.address().port}/api/skills`, conversation, activity);
}

async function play() {
  const said = await post({ text: 'Your courier broke my new vase and nobody answers the phone.' });
  const first = await host.until((activity) => activity.type === 'message');
  const buffered = await post({ text: 'It was order 4711.', deliveryMode: 'expectReplies' });
  for (const text of ['I want to talk to a real person.', 'A human being, please. Now.']) await post({ text });
  const handoff = await host.until((activity) => activity.name === 'handoff.initiate');
  const { id, name, value } = EventFactory.createHandoffStatus({ id: conversation }, 'accepted');
  const status = await post({ type: 'event', id, name, value });
  return { said, first, buffered, handoff, status, heard: host.heard };
}

server.listen(0, '127.0.0.1', async () => {
  try {
    console.log(JSON.stringify(await play()));
    process.exit(0);
  } catch (failure) {
    console.error(String(failure.stack || failure));
    process.exit(1);
  }
});
