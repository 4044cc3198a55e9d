import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

/** A bare bot: says what it hears. What Bot Framework and restify cost by themselves, as a measure for ours. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer({ name: 'echo' });
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  const { body, headers, method = 'POST' } = request;
  await adapter.process({ body, headers, method }, response, async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`Echo: ${context.activity.text}`);
    else
      await context.sendActivity({
        type: 'invokeResponse',
        value: { status: 200, body: context.activity.value },
      });
  });
});
server.get('/readyz', async (_, response) => {
  response.send(200);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Echo listens on http://127.0.0.1:${server.address().port}\n`);
});
