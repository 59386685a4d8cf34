import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Requires } from '../auth/access.js';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { Sessions } from '../auth/sessions.js';
import { LiveEvents } from './live-events.js';

const PING_MS = 15_000;
/** A reader that has this many bytes waiting has stopped reading; it comes back by itself. */
const MOST_WAITING = 65_536;

@ApiTags('events')
@Controller('events')
export class LiveEventsController {
  readonly #events: LiveEvents;
  readonly #sessions: Sessions;

  constructor(events: LiveEvents, sessions: Sessions) {
    this.#events = events;
    this.#sessions = sessions;
  }

  /** Server-sent events: `event: change`, with what was changed as JSON. Ends with the session. */
  @Get()
  @Requires('standard.read')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentActor() actor: Actor): void {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      Connection: 'keep-alive',
    });
    raw.write('retry: 2000\n\n');
    const send = (text: string): void => {
      if (raw.writableLength > MOST_WAITING) raw.destroy();
      else raw.write(text);
    };
    const unsubscribe = this.#events.subscribe((change) => send(`event: change\ndata: ${change}\n\n`));
    const ping = setInterval(() => {
      this.#sessions.stands(actor.sessionHash).then(
        (stands) => (stands ? send(': ping\n\n') : raw.end()),
        () => raw.end(),
      );
    }, PING_MS);
    request.raw.on('close', () => {
      clearInterval(ping);
      unsubscribe();
    });
  }
}
